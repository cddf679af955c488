import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import {
  createServer as createHttpServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { connect, type AddressInfo, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import selfsigned from "selfsigned";
import { answerKeys, secretsOfServices } from "./localKeys";
import { answerSts, secretOfRole, type StsAnswers } from "./localSts";
import { ServiceError } from "./localIvsChat/errors";
import { verifySignature, type Secret, type SignedRequest } from "./localIvsChat/signature";

/** A request to the simulated AWS. */
export interface CloudRequest {
  readonly host: string;
  readonly path: string;
  readonly body: string;
  readonly accessKeyId: string | undefined;
  readonly region: string | undefined;
  readonly service: string | undefined;
  readonly sessionToken: string | undefined;
  /** Whether the request was sent through the proxy. */
  readonly isProxied: boolean;
}

/**
 * A simulated AWS. A proxy forwards every host name to one server, which responds like Amazon IVS Chat, STS, SSO, and the EC2 metadata
 * service, and records the requests. Programs use HTTPS_PROXY and the server's certificate.
 */
export interface Cloud {
  readonly proxy: string;
  /** The path of the certificate to trust. */
  readonly bundle: string;
  /** The temporary folder of the certificate, in which tests can write files. */
  readonly folder: string;
  /** The same service without TLS and without the proxy. */
  readonly plainEndpoint: string;
  readonly requests: CloudRequest[];
  /** The hosts of the proxy's CONNECT requests. */
  readonly connects: string[];
  /** The secrets of access keys. Signatures are verified only for these keys, and for keys from STS, SSO, and the metadata services. */
  readonly secrets: Map<string, Secret>;
  /** Roles that cannot be assumed, with the text that STS adds to the error message. */
  readonly refusedRoles: Map<string, string>;
  /** The caller's account, and the validity of a role's credentials in milliseconds. */
  sts: StsAnswers;
  /** The error that Amazon IVS Chat returns. */
  failure: { readonly status: number; readonly name: string; readonly message: string } | undefined;
  /** Returns the proxy's response to CONNECT, `""` for no response, or undefined to open the tunnel. */
  answerToConnect: (host: string, headers: IncomingHttpHeaders) => string | undefined;
  stop(): Promise<void>;
}

export async function startCloud(): Promise<Cloud> {
  const folder = mkdtempSync(join(tmpdir(), "ivschat-cloud-"));
  const names = [
    "*.amazonaws.com",
    "*.us-east-1.amazonaws.com",
    "*.eu-west-1.amazonaws.com",
    "*.api.aws",
    "*.us-east-1.api.aws",
    "*.sso.us-east-1.amazonaws.com",
  ];
  for (const region of ["eu-central-1", "us-west-2", "ap-south-1"]) names.push(`*.${region}.amazonaws.com`);
  const { private: key, cert } = selfsigned.generate([{ name: "commonName", value: "amazonaws.com" }], {
    keySize: 2048,
    days: 3650,
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: true },
      {
        name: "subjectAltName",
        altNames: [...names.map((value) => ({ type: 2, value })), { type: 7, ip: "127.0.0.1" }],
      },
    ],
  });
  writeFileSync(join(folder, "ca.pem"), cert);
  const cloud: Omit<Cloud, "proxy" | "plainEndpoint" | "stop"> = {
    bundle: join(folder, "ca.pem"),
    folder,
    requests: [],
    connects: [],
    secrets: new Map(),
    refusedRoles: new Map(),
    sts: { account: "123456789012", sessionMs: 3_600_000 },
    failure: undefined,
    answerToConnect: () => undefined,
  };
  const listener = (isProxied: boolean) => (request: IncomingMessage, response: ServerResponse) => {
    void answer(cloud, request, response, isProxied);
  };
  const secure = createHttpsServer({ key, cert }, listener(true));
  const plain = createHttpServer(listener(false));
  const proxy = createHttpServer(listener(true));
  const port = await listen(secure);
  proxy.on("connect", ({ url = "", headers }: IncomingMessage, client: Socket) => {
    cloud.connects.push(url);
    const instead = cloud.answerToConnect(url, headers);
    if (instead !== undefined) {
      client.on("error", () => client.destroy()).write(instead);
      return;
    }
    const server = connect(port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      server.pipe(client);
      client.pipe(server);
    });
    for (const socket of [server, client]) socket.on("error", () => socket.destroy());
  });
  const servers = [secure, plain, proxy];
  const sockets = new Set<Socket>();
  for (const server of servers)
    server.on("connection", (socket: Socket) =>
      sockets.add(socket.once("close", () => sockets.delete(socket))),
    );
  const proxyPort = await listen(proxy);
  const plainPort = await listen(plain);
  return Object.assign(cloud, {
    proxy: `http://127.0.0.1:${proxyPort}`,
    plainEndpoint: `http://127.0.0.1:${plainPort}`,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

async function answer(
  cloud: Pick<Cloud, "requests" | "failure" | "refusedRoles" | "secrets" | "sts">,
  request: IncomingMessage,
  response: ServerResponse,
  isProxied: boolean,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const body = bytes.toString();
  const [, accessKeyId, region, service] =
    /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(request.headers.authorization ?? "") ?? [];
  const sessionToken = request.headers["x-amz-security-token"] as string | undefined;
  const { host = "" } = request.headers;
  const path = (request.url ?? "").replace(/^http:\/\/[^/]+/, "");
  cloud.requests.push({ host, path, body, accessKeyId, region, service, sessionToken, isProxied });
  if (accessKeyId !== undefined && (service === "sts" || service === "ivschat")) {
    const { method = "", headers } = request;
    const refusal = await refusalOf(cloud, { method, url: path, headers, body: bytes }, accessKeyId, service);
    if (refusal) {
      const { status, name, message } = refusal;
      response.writeHead(status, { "x-amzn-errortype": name, "content-type": "application/json" });
      response.end(JSON.stringify({ message }));
      return;
    }
  }
  if (body.includes("Action=")) {
    answerSts(body, response, cloud.refusedRoles, cloud.sts);
    return;
  }
  if (/^\/(latest|federation|container)\//.test(path)) {
    answerKeys(path, response);
    return;
  }
  if (cloud.failure) {
    const { status, name, message } = cloud.failure;
    response.writeHead(status, { "x-amzn-errortype": name, "content-type": "application/json" });
    response.end(JSON.stringify({ message }));
    return;
  }
  const { identifier = `arn:aws:ivschat:${region}:123456789012:room/FoundByName1` } = JSON.parse(
    body || "{}",
  ) as {
    identifier?: string;
  };
  if (identifier.split(":")[3] !== region) {
    response.writeHead(404, { "x-amzn-errortype": "ResourceNotFoundException" });
    response.end(JSON.stringify({ message: "Resource not found", resourceId: "none", resourceType: "ROOM" }));
    return;
  }
  const room = {
    arn: identifier,
    id: identifier.split("/").at(-1),
    name: "lobby",
    createTime: "2026-01-01T00:00:00Z",
    updateTime: "2026-01-01T00:00:00Z",
    maximumMessageLength: 500,
    maximumMessageRatePerSecond: 10,
  };
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(path === "/ListRooms" ? { rooms: [room] } : room));
}

/** Returns the error for an invalid signature, or for a signature that is for a different region than the host name. */
async function refusalOf(
  { secrets }: Pick<Cloud, "secrets">,
  request: SignedRequest,
  accessKeyId: string,
  service: string,
): Promise<ServiceError | undefined> {
  const secret = secrets.get(accessKeyId) ?? secretsOfServices.get(accessKeyId) ?? secretOfRole(accessKeyId);
  const [, region] =
    /^[a-z-]+\.([a-z0-9-]+)\.(?:amazonaws\.com|api\.aws)/.exec(request.headers.host ?? "") ?? [];
  try {
    await verifySignature(request, { service, region, ...(secret ? { secretOf: () => secret } : {}) });
    return undefined;
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
}
