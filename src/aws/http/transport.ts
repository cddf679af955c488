import type { NodeHttpHandler } from "@smithy/node-http-handler";
import { readFileSync } from "node:fs";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { Readable } from "node:stream";
import { httpHandler, httpProxyAgent } from "../packages";
import { ConnectionProblem } from "../problem";
import { isLoopback, proxyFor } from "./proxy";
import type { ConnectionSettings } from "../settings";
import { TunnelAgent } from "./tunnel";

/** How long a connection and a request may take, in milliseconds. */
export interface TimeLimits {
  readonly connectMs: number;
  readonly requestMs: number;
  /** For a whole read, so for its credentials too. */
  readonly readMs: number;
}

/** How many connections to one server there are at a time. */
export const mostConnections = 50;

type Handle = NodeHttpHandler["handle"];

/** What carries requests for the SDK, to the service as to STS and SSO: with the proxies and certificates of the settings. */
export class Transport {
  readonly metadata = { handlerProtocol: "http/1.1" };
  private readonly handlers = new Map<string, NodeHttpHandler>();
  /** Hosts that were warned of. */
  private readonly plain = new Set<string>();
  private readonly tls: { ca?: string; rejectUnauthorized?: boolean };

  constructor(
    private readonly settings: ConnectionSettings,
    private readonly limits: TimeLimits,
    private readonly warn: (line: string) => void,
  ) {
    this.tls = {
      ...trustOf(settings),
      ...(settings.insecure ? { rejectUnauthorized: false } : {}),
    };
  }

  handle: Handle = (request, options) => {
    this.checkScheme(request);
    return this.handlerFor(proxyFor(request, this.settings)).handle(request, options);
  };

  /** The same for credentials: what is under way ends with the signal, and answers have the size that those of STS and SSO have. */
  until(
    signal: AbortSignal,
  ): Pick<Transport, "metadata" | "handle" | "updateHttpClientConfig" | "httpHandlerConfigs"> {
    return {
      metadata: this.metadata,
      handle: async (request, options) => {
        const answer = await this.handle(request, { ...options, abortSignal: signal });
        answer.response.body = Readable.from([
          await wholeBody(answer.response.body as AsyncIterable<Buffer>),
        ]);
        return answer;
      },
      updateHttpClientConfig: () => undefined,
      httpHandlerConfigs: () => ({}),
    };
  }

  updateHttpClientConfig(): void {
    // The SDK may set nothing here: time limits and agents are the transport's own.
  }

  httpHandlerConfigs(): object {
    return {};
  }

  destroy(): void {
    for (const handler of this.handlers.values()) handler.destroy();
    this.handlers.clear();
  }

  // The SDK sends whatever is not https: as plain HTTP.
  private checkScheme({
    protocol,
    hostname,
  }: {
    readonly protocol: string;
    readonly hostname: string;
  }): void {
    if (protocol === "https:") return;
    if (protocol !== "http:") {
      throw new ConnectionProblem("setting", "an endpoint is not a URL that begins with https:// or http://");
    }
    if (isLoopback(hostname) || this.plain.has(hostname)) return;
    this.plain.add(hostname);
    this.warn(
      `requests to http://${hostname} are not encrypted: whoever is on the way can read and forge them; give the endpoint as https://`,
    );
  }

  private handlerFor(proxy: string | undefined): NodeHttpHandler {
    const key = proxy ?? "";
    const existing = this.handlers.get(key);
    if (existing) return existing;
    const handler = this.makeHandler(proxy);
    this.handlers.set(key, handler);
    return handler;
  }

  private makeHandler(proxy: string | undefined): NodeHttpHandler {
    const { NodeHttpHandler: Handler } = httpHandler();
    const options = { keepAlive: true, maxSockets: mostConnections };
    return new Handler({
      connectionTimeout: this.limits.connectMs,
      // For STS and SSO. A read has a limit of its own, which says it in its own words, and comes first.
      requestTimeout: this.limits.requestMs + 1000,
      throwOnRequestTimeout: true,
      ...(proxy === undefined
        ? { httpAgent: new HttpAgent(options), httpsAgent: new HttpsAgent({ ...options, ...this.tls }) }
        : this.proxyAgents(proxy, options)),
    });
  }

  private proxyAgents(proxy: string, options: object) {
    const { HttpProxyAgent } = httpProxyAgent();
    // Those of the settings are checked already. The value is not shown: it may hold a password.
    if (!/^https?:\/\//i.test(proxy) || !URL.canParse(proxy)) {
      throw new ConnectionProblem(
        "setting",
        "the proxy that HTTPS_PROXY or HTTP_PROXY names is not a URL like http://proxy.example.com:3128",
      );
    }
    const httpsAgent = new TunnelAgent(new URL(proxy), { ...options, ...this.tls }, this.limits.connectMs);
    return { httpAgent: new HttpProxyAgent(proxy, options), httpsAgent };
  }
}

async function wholeBody(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > largestCredentials) throw new Error("the answer is too large to be credentials");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const largestCredentials = 64 * 1024;

function trustOf({ customCaBundle }: ConnectionSettings): { readonly ca?: string } {
  const file = customCaBundle ?? (process.env.AWS_CA_BUNDLE || undefined);
  if (file === undefined) return {};
  try {
    return { ca: readFileSync(file, "utf8") };
  } catch (error) {
    // The file's name may be a secret, and the error holds it.
    const key = customCaBundle === undefined ? "AWS_CA_BUNDLE" : "customCaBundle";
    const { code = "no file" } = error as NodeJS.ErrnoException;
    throw new ConnectionProblem("setting", `the certificates that ${key} names cannot be read (${code})`);
  }
}
