import type { Credentials } from "./resolve";
/**
 * Runs a profile's `credential_process`. Once the signal aborts, it is ended with all that it started. Errors name the profile and the
 * exit code only: a command line and what it prints may hold secrets.
 */
export declare function fromCredentialProcess(profile: string, command: string, signal: AbortSignal): Promise<Credentials>;
