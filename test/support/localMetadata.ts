import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A response, or undefined for no response. */
export type MetadataAnswer = { readonly status: number; readonly body: string } | undefined;

/** A simulated EC2 metadata service, which by default accepts only requests with a session token. Tests can change the responses. */
export interface LocalMetadata {
  readonly endpoint: string;
  /** The method and path of each request. */
  readonly requests: string[];
  /** Whether requests without a session token are also accepted, as in IMDSv1. */
  withoutTokens: boolean;
  token: MetadataAnswer;
  roles: MetadataAnswer;
  keys: MetadataAnswer;
  /** Clears the requests, and restores the responses of an instance with a role. */
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

/** Returns the service's response with the credentials of the instance's role. */
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
