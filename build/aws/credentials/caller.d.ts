import { type Credentials } from "./resolve";
import type { ConnectionSettings } from "../settings";
import type { Transport } from "../http/transport";
/** The caller: the credentials of one connection, cached until they expire, and the account that they belong to. */
export declare class Identity {
    private readonly settings;
    private readonly transport;
    private readonly limitMs;
    private credentialsOnce;
    private accountOnce;
    constructor(settings: ConnectionSettings, transport: Transport, limitMs: number);
    /** The credentials to sign with. A failure is remembered: asking again and again for what cannot be had takes time. */
    credentials: () => Promise<Credentials>;
    /** The account of the caller, as STS answers it. */
    accountId(): Promise<string>;
    private askAccount;
    private within;
    private way;
}
