import type { Credentials, CredentialsProvider, StsConfig } from "./resolve";
import type { AssumeRoleSettings, WebIdentitySettings } from "../settings";
/** The credentials of a role, assumed with others. */
export declare function assumeRole(masterCredentials: CredentialsProvider, role: AssumeRoleSettings, config: StsConfig): Promise<Credentials>;
/** The credentials of a role, assumed with a web identity token. */
export declare function assumeRoleWithWebIdentity(role: WebIdentitySettings, config: StsConfig): Promise<Credentials>;
