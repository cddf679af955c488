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

export interface TimeLimits {
  readonly connectMs: number;
  readonly requestMs: number;
  /** The time limit of a read. Also limits the time for getting credentials. */
  readonly readMs: number;
}

/** Maximum number of concurrent connections to one server. */
export const mostConnections = 50;

type Handle = NodeHttpHandler["handle"];

/** A request handler for SDK clients that uses the configured proxies and certificates. */
export class Transport {
  readonly metadata = { handlerProtocol: "http/1.1" };
  private readonly handlers = new Map<string, NodeHttpHandler>();
  private readonly warnedHosts = new Set<string>();
  private readonly tls: { ca?: string; rejectUnauthorized?: boolean };

  constructor(
    private readonly settings: ConnectionSettings,
    private readonly limits: TimeLimits,
    private readonly warn: (line: string) => void,
  ) {
    this.tls = {
      ...readCaBundle(settings),
      ...(settings.insecure ? { rejectUnauthorized: false } : {}),
    };
  }

  handle: Handle = (request, options) => {
    this.checkScheme(request);
    return this.handlerFor(proxyFor(request, this.settings)).handle(request, options);
  };

  /** Returns a request handler for STS and SSO clients. Limits the size of responses, and stops requests when the signal is aborted. */
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
    // Does nothing, so that SDK clients cannot change the time limits and agents.
  }

  httpHandlerConfigs(): object {
    return {};
  }

  destroy(): void {
    for (const handler of this.handlers.values()) handler.destroy();
    this.handlers.clear();
  }

  // Without this check, the SDK would use plain HTTP for any scheme other than https.
  private checkScheme({
    protocol,
    hostname,
  }: {
    readonly protocol: string;
    readonly hostname: string;
  }): void {
    if (protocol === "https:") return;
    if (protocol !== "http:") {
      throw new ConnectionProblem(
        "setting",
        "an endpoint must be a URL that begins with https:// or http://",
      );
    }
    if (isLoopback(hostname) || this.warnedHosts.has(hostname)) return;
    this.warnedHosts.add(hostname);
    this.warn(
      `requests to http://${hostname} are not encrypted, so that others on the network can read and change them; use an https:// endpoint`,
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
      // Takes effect only for STS and SSO: requests to IVS Chat have a shorter time limit with a better error message (see send.ts).
      requestTimeout: this.limits.requestMs + 1000,
      throwOnRequestTimeout: true,
      ...(proxy === undefined
        ? { httpAgent: new HttpAgent(options), httpsAgent: new HttpsAgent({ ...options, ...this.tls }) }
        : this.proxyAgents(proxy, options)),
    });
  }

  private proxyAgents(proxy: string, options: object) {
    const { HttpProxyAgent } = httpProxyAgent();
    // Proxies in the settings are already validated, so an invalid proxy comes from the environment. The error omits the value, which may
    // contain a password.
    if (!/^https?:\/\//i.test(proxy) || !URL.canParse(proxy)) {
      throw new ConnectionProblem(
        "setting",
        "the proxy in HTTPS_PROXY or HTTP_PROXY must be a URL like http://proxy.example.com:3128",
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
    if (size > maximumAnswerSize) throw new Error("the answer is too large to be credentials");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const maximumAnswerSize = 64 * 1024;

function readCaBundle({ customCaBundle }: ConnectionSettings): { readonly ca?: string } {
  const file = customCaBundle ?? (process.env.AWS_CA_BUNDLE || undefined);
  if (file === undefined) return {};
  try {
    return { ca: readFileSync(file, "utf8") };
  } catch (error) {
    // Omits the original error, because it contains the file name, which may be secret.
    const key = customCaBundle === undefined ? "AWS_CA_BUNDLE" : "customCaBundle";
    const { code = "no file" } = error as NodeJS.ErrnoException;
    throw new ConnectionProblem("setting", `cannot read the certificate file in ${key} (${code})`);
  }
}
