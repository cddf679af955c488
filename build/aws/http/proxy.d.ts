import type { ConnectionSettings } from "../settings";
/** The proxy for requests to this address: from the settings, else from the environment; undefined for none. */
export declare function proxyFor(url: {
    protocol: string;
    hostname: string;
    port?: number | undefined;
}, settings: ConnectionSettings, environment?: NodeJS.ProcessEnv): string | undefined;
/** Whether a host is this very machine. */
export declare function isLoopback(hostname: string): boolean;
