import { request as httpRequest, type ClientRequestArgs } from "node:http";
import { Agent, request as httpsRequest, type AgentOptions } from "node:https";
import type { Duplex } from "node:stream";
import { connect as connectTls, type ConnectionOptions } from "node:tls";

/** Thrown when the proxy does not open a tunnel. */
export class ProxyRefused extends Error {
  override readonly name = "ProxyRefused";
  /** The SDK retries errors that have this property. */
  readonly $retryable: { readonly throttling: false } | undefined;

  constructor(
    target: string,
    readonly status: number,
  ) {
    const advice = status === 407 ? "; check the user name and password in the URL of the proxy" : "";
    super(
      status === 200
        ? `the proxy answered instead of ${target}`
        : `the proxy refused to connect to ${target} with status ${status}${advice}`,
    );
    this.$retryable = status >= 500 ? { throttling: false } : undefined;
  }
}

/** Connects to servers through a proxy, with TLS inside a CONNECT tunnel. Fails if the tunnel is not open within the time limit. */
export class TunnelAgent extends Agent {
  /** The TLS options also apply to the connection to the proxy, if its URL begins with https://. */
  constructor(
    readonly proxy: URL,
    private readonly agentOptions: AgentOptions,
    private readonly limitMs: number,
  ) {
    super(agentOptions);
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
      ...this.agentOptions,
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
        // In TLS, the client sends first. Earlier data comes from the proxy, not from the server, so the connection is closed.
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
