import type { NodeHttpHandler } from "@smithy/node-http-handler";
import type { ConnectionSettings } from "../settings";
/** How long a connection and a request may take, in milliseconds. */
export interface TimeLimits {
    readonly connectMs: number;
    readonly requestMs: number;
    /** For a whole read, so for its credentials too. */
    readonly readMs: number;
}
/** How many connections to one server there are at a time. */
export declare const mostConnections = 50;
type Handle = NodeHttpHandler["handle"];
/** What carries requests for the SDK, to the service as to STS and SSO: with the proxies and certificates of the settings. */
export declare class Transport {
    private readonly settings;
    private readonly limits;
    private readonly warn;
    readonly metadata: {
        handlerProtocol: string;
    };
    private readonly handlers;
    /** Hosts that were warned of. */
    private readonly plain;
    private readonly tls;
    constructor(settings: ConnectionSettings, limits: TimeLimits, warn: (line: string) => void);
    handle: Handle;
    /** The same for credentials: what is under way ends with the signal, and answers have the size that those of STS and SSO have. */
    until(signal: AbortSignal): Pick<Transport, "metadata" | "handle" | "updateHttpClientConfig" | "httpHandlerConfigs">;
    updateHttpClientConfig(): void;
    httpHandlerConfigs(): object;
    destroy(): void;
    private checkScheme;
    private handlerFor;
    private makeHandler;
    private proxyAgents;
}
export {};
