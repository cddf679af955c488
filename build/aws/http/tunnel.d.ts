import { type ClientRequestArgs } from "node:http";
import { Agent, type AgentOptions } from "node:https";
import type { Duplex } from "node:stream";
import { type ConnectionOptions } from "node:tls";
/** The proxy did not open a tunnel to the server. What it answered instead is never read as the server's. */
export declare class ProxyRefused extends Error {
    readonly status: number;
    readonly name = "ProxyRefused";
    /** As the SDK marks an error that is worth another attempt. */
    readonly $retryable: {
        readonly throttling: false;
    } | undefined;
    constructor(target: string, status: number);
}
/** Reaches servers through a proxy, by TLS in a tunnel that is there within a time limit. */
export declare class TunnelAgent extends Agent {
    readonly proxy: URL;
    private readonly own;
    private readonly limitMs;
    /** Its TLS options hold for the servers and for a proxy that is itself reached by TLS. */
    constructor(proxy: URL, own: AgentOptions, limitMs: number);
    createConnection(options: ClientRequestArgs & ConnectionOptions, callback?: (error: Error | null, socket: Duplex) => void): undefined;
}
