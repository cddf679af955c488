import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** An answer, or undefined for none at all. */
export type MetadataAnswer = { readonly status: number; readonly body: string } | undefined;

/** The metadata service of an EC2 instance, which answers only requests with a session token. A test may change its answers. */
export interface LocalMetadata {
  readonly endpoint: string;
  /** Each request's method and path. */
  readonly requests: string[];
  /** Whether requests without a session token are answered too, as by IMDSv1. */
  withoutTokens: boolean;
  token: MetadataAnswer;
  roles: MetadataAnswer;
  keys: MetadataAnswer;
  /** Answers as an instance with a role does again. */
  reset(): void;
  stop(): Promise<void>;
}

export async function startLocalMetadata(): Promise<LocalMetadata> {
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    metadata.requests.push(`${method} ${url}`);
    answer(response, answerTo(request, headers["x-aws-ec2-metadata-token"]));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const metadata: LocalMetadata = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    ...usual(),
    reset: () => {
      metadata.requests.splice(0);
      Object.assign(metadata, usual());
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return metadata;

  function answerTo({ method, url, headers }: IncomingMessage, token: unknown): MetadataAnswer {
    if (url === "/latest/api/token") {
      const seconds = Number(headers["x-aws-ec2-metadata-token-ttl-seconds"]);
      return method === "PUT" && seconds >= 1 && seconds <= 21600
        ? metadata.token
        : { status: 400, body: "" };
    }
    if (token !== metadata.token?.body && !(token === undefined && metadata.withoutTokens))
      return { status: 401, body: "" };
    if (url === rolesPath) return metadata.roles;
    if (url === `${rolesPath}reader%20role`) return metadata.keys;
    return { status: 404, body: "" };
  }
}

const rolesPath = "/latest/meta-data/iam/security-credentials/";

/** The keys of the instance's role, as the service answers. */
export const instanceKeys = () => ({
  Code: "Success",
  AccessKeyId: "ASIAINSTANCE",
  SecretAccessKey: "instance-secret",
  Token: "instance-token",
  Expiration: new Date(Date.now() + 3_600_000).toISOString(),
});

const usual = () => ({
  withoutTokens: false,
  token: { status: 200, body: "metadata-token" },
  roles: { status: 200, body: "reader role\n" },
  keys: { status: 200, body: JSON.stringify(instanceKeys()) },
});

function answer(response: ServerResponse, given: MetadataAnswer): void {
  if (given === undefined) return;
  response.writeHead(given.status, { "content-type": "text/plain" });
  response.end(given.body);
}
