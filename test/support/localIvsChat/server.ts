import { setTimeout as sleep } from "node:timers/promises";
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { admit, authorize, checkHost, checkRegion, isServed } from "./access";
import { notServed, ServiceError, throttled, validation } from "./errors";
import { inputOf, type Input } from "./input";
import { operations } from "./operations";
import type { Quota } from "./quota";
import type { RequestLog } from "./requestLog";
import { scopeOf } from "./signature";
import type { State } from "./state";

export interface Surroundings {
  readonly state: State;
  readonly log: RequestLog;
  readonly quota: Quota | undefined;
  /** The region of the endpoint. If undefined, the server accepts all regions, and the region in the signature is used. */
  readonly region: string | undefined;
  latencyMs: number;
}

const routes: readonly (readonly ["GET" | "POST" | "DELETE", string, string])[] = [
  ...Object.keys(operations)
    .filter((operation) => !operation.includes("Tag"))
    .map((operation) => ["POST", `/${operation}`, operation] as const),
  ["GET", "/tags/*", "ListTagsForResource"],
  ["POST", "/tags/*", "TagResource"],
  ["DELETE", "/tags/*", "UntagResource"],
];
const operationsOfChat = ["CreateChatToken", "SendEvent", "DisconnectUser", "DeleteMessage"];
const operationsWithoutAnswer = ["DeleteRoom", "DeleteLoggingConfiguration"];

/** Creates the HTTP server, with the service's routes and error responses. */
export function makeServer(surroundings: Surroundings): FastifyInstance {
  const server = Fastify({
    bodyLimit: 1024 * 1024,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
  });
  // The signature covers the exact bytes of the body, so the body must not be parsed yet.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => {
    done(null, body);
  });
  server.addHook("onRequest", (request, _reply, done) => {
    checkHost(request.headers);
    done();
  });
  for (const [method, url, operation] of routes)
    server.route({
      method,
      url,
      config: { operation },
      handler: (request, reply) => handle(surroundings, operation, request, reply),
    });
  for (const operation of operationsOfChat)
    server.post(`/${operation}`, { config: { operation } }, () => {
      throw notServed(operation);
    });
  server.setNotFoundHandler(() => {
    throw new ServiceError(404, "UnknownOperationException", { message: "Unknown operation" });
  });
  server.setErrorHandler((error: FastifyError | ServiceError, request, reply) =>
    fail(surroundings, request, reply, error instanceof ServiceError ? error : serviceErrorOf(error)),
  );
  return server;
}

async function handle(
  surroundings: Surroundings,
  operation: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { state, log, quota, region: own, latencyMs } = surroundings;
  if (!isServed(request.headers)) {
    record(log, request, 0);
    reply.hijack();
    request.raw.socket.destroy();
    return;
  }
  const { method, url = "", headers } = request.raw;
  const body = bodyOf(request);
  const caller = await admit(state, { method: method ?? "", url, headers, body }, own);
  const input = inputOf(operation, membersOf(operation, request, body));
  const arn = arnIn(input);
  authorize(caller, `ivschat:${operation}`, arn);
  const asker = { region: caller.region, account: caller.caller.account };
  if (quota && !quota.take(operation, `${asker.region}:${asker.account}`))
    throw throttled(arn ?? "rooms", quota.rateOf(operation));
  if (latencyMs > 0) await sleep(latencyMs);
  checkRegion(caller, arn);
  const result = operations[operation]?.(state, input, asker);
  const status = operationsWithoutAnswer.includes(operation) ? 204 : 200;
  record(log, request, status);
  await reply
    .code(status)
    .headers(answerHeaders())
    .send(result === undefined ? undefined : JSON.stringify(result));
}

async function fail(
  { log, latencyMs }: Surroundings,
  request: FastifyRequest,
  reply: FastifyReply,
  error: ServiceError,
): Promise<void> {
  record(log, request, error.status);
  if (latencyMs > 0) await sleep(latencyMs);
  reply.code(error.status).headers({ ...answerHeaders(), "x-amzn-errortype": error.name });
  await reply.send(JSON.stringify(error.members));
}

function record(log: RequestLog, request: FastifyRequest, status: number): void {
  const { operation = "Unknown" } = request.routeOptions.config as { operation?: string };
  const { accessKeyId, region } = scopeOf(request.headers) ?? {};
  log.add({
    time: new Date().toISOString(),
    operation,
    status,
    identifier: identifierOf(operation, request),
    region,
    accessKeyId,
  });
}

let answers = 0;

function answerHeaders() {
  const id = `00000000-0000-4000-8000-${String(++answers).padStart(12, "0")}`;
  return { "content-type": "application/json", "x-amzn-requestid": id };
}

const bodyOf = ({ body }: FastifyRequest): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));

/** Returns the members of a request, from the body, the path, and the query. Parses the body as JSON, regardless of the content type. */
function membersOf(operation: string, request: FastifyRequest, body: Buffer): object {
  const members = parsed(body);
  const resourceArn = (request.params as { "*"?: string } | undefined)?.["*"];
  if (resourceArn === undefined) return members;
  const { tagKeys } = request.query as { tagKeys?: string | string[] };
  if (operation !== "UntagResource") return { ...members, resourceArn };
  return { resourceArn, ...(tagKeys === undefined ? {} : { tagKeys: [tagKeys].flat() }) };
}

function parsed(body: Buffer): object {
  try {
    const value: unknown = JSON.parse(body.toString("utf8") || "{}");
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Throws the error below.
  }
  throw validation("The body is not a JSON object");
}

const arnIn = ({ identifier, resourceArn }: Input) => (identifier ?? resourceArn) as string | undefined;

// Returns the identifier for the log. The request may have been rejected before its body was parsed.
function identifierOf(operation: string, request: FastifyRequest): string | undefined {
  try {
    const arn: unknown = arnIn(membersOf(operation, request, bodyOf(request)) as Input);
    return typeof arn === "string" ? arn : undefined;
  } catch {
    return undefined;
  }
}

function serviceErrorOf(error: FastifyError): ServiceError {
  if (error.statusCode === 413)
    return new ServiceError(413, "RequestEntityTooLargeException", { message: "Request body is too large" });
  return new ServiceError(500, "InternalServerException", { message: error.message });
}
