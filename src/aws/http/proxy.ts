import { BlockList, isIP } from "node:net";
import type { ConnectionSettings } from "../settings";

/**
 * Returns the proxy for requests to a URL, or undefined for a direct connection. Settings take precedence over environment variables.
 */
export function proxyFor(
  url: { protocol: string; hostname: string; port?: number | undefined },
  settings: ConnectionSettings,
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const variable = (name: string) => environment[name.toUpperCase()] || environment[name] || undefined;
  const httpProxy = settings.httpProxy ?? variable("http_proxy");
  // `httpProxy` is also the default for HTTPS, as in Pulumi's AWS provider.
  const httpsProxy = settings.httpsProxy ?? settings.httpProxy ?? variable("https_proxy");
  const proxy = url.protocol === "https:" ? httpsProxy : httpProxy;
  const exceptions = settings.noProxy ?? variable("no_proxy") ?? "";
  const port = url.port ?? (url.protocol === "https:" ? 443 : 80);
  if (proxy === undefined || isLoopback(url.hostname) || isExcepted(url.hostname, port, exceptions))
    return undefined;
  return proxy.includes("://") ? proxy : `http://${proxy}`;
}

// Follows the rules of Go's net/http, as Pulumi's AWS provider does. An exception is `*`, a CIDR block, an IP address, or a domain with all
// of its subdomains. Addresses and domains may have a port.
function isExcepted(hostname: string, port: number, exceptions: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "").toLowerCase();
  return exceptions
    .split(",")
    .map((exception) => exception.trim().toLowerCase())
    .filter((exception) => exception !== "")
    .some((exception) => matches(host, port, exception));
}

function matches(host: string, port: number, exception: string): boolean {
  if (exception === "*") return true;
  const family = isIP(host) === 6 ? "ipv6" : "ipv4";
  const block = blockOf(exception);
  if (block) return isIP(host) !== 0 && block.check(host, family);
  const [, name = exception, onlyPort] = /^(.*?)(?::(\d+))?$/.exec(exception) ?? [];
  if (isIP(exception) === 6) return host === exception;
  if (onlyPort !== undefined && Number(onlyPort) !== port) return false;
  const domain = name.replace(/^\*(?=\.)/, "");
  return domain.startsWith(".") ? host.endsWith(domain) : host === domain || host.endsWith(`.${domain}`);
}

/** Returns the addresses of a CIDR block, or undefined if the text is not a valid block. */
function blockOf(exception: string): BlockList | undefined {
  const [, network = "", bits] = /^([^/]*)\/(\d{1,3})$/.exec(exception) ?? [];
  const version = isIP(network);
  if (version === 0 || Number(bits) > (version === 6 ? 128 : 32)) return undefined;
  const block = new BlockList();
  block.addSubnet(network, Number(bits), version === 6 ? "ipv6" : "ipv4");
  return block;
}

export function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}
