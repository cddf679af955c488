import type { IvschatClient } from "@aws-sdk/client-ivschat";
import type { ConnectionSettings } from "./settings";
import { type TimeLimits } from "./http/transport";
/** One way to one region's service: a client that is made once, whoever asks. */
export interface Connection {
    readonly region: string;
    /** Equal for connections to the same service with the same settings. Holds keys: never printed. */
    readonly key: string;
    /** Where requests go, for what is counted for each service: the region, or a local endpoint. */
    readonly place: string;
    /** How often a request may be sent, where the settings say. */
    readonly maximumAttempts: number | undefined;
    /** The profile whose credentials are used, where one is named. */
    readonly profile: string | undefined;
    /** The endpoint, where it is not the service's own, as messages show it. */
    readonly endpoint: string | undefined;
    /** The client, once its credentials are there. Throws a ConnectionProblem. */
    client(): Promise<IvschatClient>;
    /** Throws a ConnectionProblem where the account is not one that the settings allow. Without an account: that of whoever asks. */
    checkAccount(accountId?: string): Promise<void>;
}
/** The connections of one run: each client, and the credentials behind it, is made once. */
export declare class Connections {
    private readonly limits;
    private readonly warn;
    private readonly connections;
    private readonly identities;
    private readonly transports;
    constructor(limits: TimeLimits, warn?: (line: string) => void);
    /** The connection with these settings to a region: the ARN's where one is read, else the settings' or the environment's. */
    to(settings: ConnectionSettings, arnRegion?: string): Promise<Connection>;
    private connect;
    private makeClient;
    private identityOf;
    private transportOf;
}
