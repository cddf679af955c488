import { request as httpRequest, type ClientRequestArgs } from "node:http";
import { Agent, request as httpsRequest, type AgentOptions } from "node:https";
import type { Duplex } from "node:stream";
import { connect as connectTls, type ConnectionOptions } from "node:tls";

/** The proxy did not open a tunnel to the server. What it answered instead is never read as the server's. */
export class ProxyRefused extends Error {
  override readonly name = "ProxyRefused";
  /** As the SDK marks an error that is worth another attempt. */
  readonly $retryable: { readonly throttling: false } | undefined;

  constructor(
    target: string,
    readonly status: number,
  ) {
    const advice = status === 407 ? ": it asks for a user name and a password, which its URL may hold" : "";
    super(
      status === 200
        ? `the proxy answered in the place of ${target}`
        : `the proxy refused to connect to ${target}, with status ${status}${advice}`,
    );
    this.$retryable = status >= 500 ? { throttling: false } : undefined;
  }
}

/** Reaches servers through a proxy, by TLS in a tunnel that is there within a time limit. */
export class TunnelAgent extends Agent {
  /** Its TLS options hold for the servers and for a proxy that is itself reached by TLS. */
  constructor(
    readonly proxy: URL,
    private readonly own: AgentOptions,
    private readonly limitMs: number,
  ) {
    super(own);
  }

  override createConnection(
    options: ClientRequestArgs & ConnectionOptions,
    callback: (error: Error | null, socket: Duplex) => void = () => undefined,
  ): undefined {
    const host = options.host ?? "";
    const target = `${host.includes(":") ? `[${host}]` : host}:${options.port ?? 443}`;
    const fail = (error: Error) => {
      (callback as (error: Error) => void)(error);
    };
    const send = this.proxy.protocol === "https:" ? httpsRequest : httpRequest;
    const request = send({
      ...this.own,
      method: "CONNECT",
      host: this.proxy.hostname.replace(/^\[|\]$/g, ""),
      port: this.proxy.port || (this.proxy.protocol === "https:" ? 443 : 80),
      path: target,
      headers: { host: target, ...credentialsOf(this.proxy) },
      agent: false,
    });
    const timer = setTimeout(() => {
      request.destroy(
        Object.assign(new Error("the proxy does not answer"), { name: "TimeoutError", code: "ETIMEDOUT" }),
      );
    }, this.limitMs);
    request
      .once("connect", ({ statusCode = 0 }, socket, early) => {
        clearTimeout(timer);
        // The server speaks only after the client's first bytes of TLS: whatever is there already is the proxy's own.
        if (statusCode === 200 && early.length === 0) {
          callback(null, connectTls({ ...options, path: undefined, socket }));
          return;
        }
        socket.destroy();
        fail(new ProxyRefused(target, statusCode));
      })
      .once("error", fail)
      .once("close", () => {
        clearTimeout(timer);
      })
      .end();
  }
}

function credentialsOf({ username, password }: URL): Record<string, string> {
  if (username === "" && password === "") return {};
  const pair = [username, password].map(decoded).join(":");
  return { "proxy-authorization": `Basic ${Buffer.from(pair).toString("base64")}` };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
