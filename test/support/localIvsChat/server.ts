import { setTimeout as sleep } from "node:timers/promises";
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { accessDenied, ServiceError, throttled, unsigned, validation } from "./errors";
import { operations, type Asker } from "./operations";
import type { Quota } from "./quota";
import type { RequestLog } from "./requestLog";
import { requests, tagRequests } from "./schemas";
import { defaultAccount, placeOf, type State } from "./state";

export interface Surroundings {
  readonly state: State;
  readonly log: RequestLog;
  readonly quota: Quota | undefined;
  latencyMs: number;
}

const operationsWithoutBody = ["DeleteRoom", "DeleteLoggingConfiguration"];

/** The service over HTTP: routes, schemas, and errors in the service's form. */
export function makeServer(surroundings: Surroundings): FastifyInstance {
  const server = Fastify({
    bodyLimit: 1024 * 1024,
    forceCloseConnections: true,
    onProtoPoisoning: "ignore",
    onConstructorPoisoning: "ignore",
    routerOptions: { maxParamLength: 500 },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, allErrors: true } },
  });
  // Whatever the content type says, the service reads JSON; no body is as good as an empty object.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => {
    try {
      done(null, body === "" ? {} : JSON.parse(body as string));
    } catch {
      done(validation("The body is not JSON"));
    }
  });
  const answer = (operation: string) => (request: FastifyRequest, reply: FastifyReply) =>
    handle(surroundings, operation, request, reply);
  for (const [operation, body] of Object.entries(requests)) {
    server.post(`/${operation}`, { schema: { body }, ...named(operation) }, answer(operation));
  }
  const { path: params, TagResource: body, UntagResource: querystring } = tagRequests;
  server.get(
    "/tags/*",
    { schema: { params }, ...named("ListTagsForResource") },
    answer("ListTagsForResource"),
  );
  server.post("/tags/*", { schema: { params, body }, ...named("TagResource") }, answer("TagResource"));
  server.delete(
    "/tags/*",
    { schema: { params, querystring }, ...named("UntagResource") },
    answer("UntagResource"),
  );
  server.setNotFoundHandler((request, reply) => {
    fail(
      surroundings,
      request,
      reply,
      new ServiceError(404, "UnknownOperationException", { message: "Unknown operation" }),
    );
  });
  server.setErrorHandler((error: FastifyError | ServiceError, request, reply) => {
    fail(surroundings, request, reply, error instanceof ServiceError ? error : serviceErrorOf(error));
  });
  return server;
}

const named = (operation: string) => ({ config: { operation } });

async function handle(
  { state, log, quota, latencyMs }: Surroundings,
  operation: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { accessKeyId, region } = signatureOf(request);
  const body = bodyOf(request);
  const arn = (body.identifier ?? body.resourceArn) as string | undefined;
  const caller = state.callers.get(accessKeyId) ?? { account: defaultAccount };
  const asker: Asker = { region, account: caller.account };
  const action = `ivschat:${operation}`;
  if (caller.deny?.includes(action)) {
    const resource = arn ?? `arn:aws:ivschat:${region}:${caller.account}:room/*`;
    throw accessDenied(caller.account, accessKeyId, action, resource);
  }
  const place = arn === undefined ? `${region}:${caller.account}` : placeOf(arn);
  if (quota && !quota.take(operation, place)) throw throttled(arn ?? place, quota.rateOf(operation));
  if (latencyMs > 0) await sleep(latencyMs);
  const result = operations[operation]?.(state, body, asker);
  const status = operationsWithoutBody.includes(operation) ? 204 : 200;
  record(log, request, status);
  await reply
    .code(status)
    .headers(answerHeaders())
    .send(result === undefined ? undefined : JSON.stringify(result));
}

function fail(
  { log, latencyMs }: Surroundings,
  request: FastifyRequest,
  reply: FastifyReply,
  error: ServiceError,
): void {
  record(log, request, error.status);
  const send = () => {
    reply.code(error.status).headers({ ...answerHeaders(), "x-amzn-errortype": error.name });
    void reply.send(JSON.stringify(error.members));
  };
  if (latencyMs > 0) setTimeout(send, latencyMs);
  else send();
}

function record(log: RequestLog, request: FastifyRequest, status: number): void {
  const { operation = "Unknown" } = request.routeOptions.config as { operation?: string };
  const { identifier, resourceArn } = bodyOf(request);
  const arn = identifier ?? resourceArn;
  const signature = authorization(request);
  log.add({
    time: new Date().toISOString(),
    operation,
    status,
    ...(typeof arn === "string" ? { identifier: arn } : {}),
    ...signature,
  });
}

let answers = 0;

function answerHeaders() {
  const id = `00000000-0000-4000-8000-${String(++answers).padStart(12, "0")}`;
  return { "content-type": "application/json", "x-amzn-requestid": id };
}

function bodyOf(request: FastifyRequest): Record<string, unknown> {
  const body = typeof request.body === "object" && request.body !== null ? request.body : {};
  const arn = (request.params as { "*"?: string } | undefined)?.["*"];
  return { ...body, ...(request.query as object), ...(arn === undefined ? {} : { resourceArn: arn }) };
}

function signatureOf(request: FastifyRequest) {
  const signature = authorization(request);
  if (!signature) throw unsigned();
  return signature;
}

function authorization(request: FastifyRequest): { accessKeyId: string; region: string } | undefined {
  const pattern = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/([a-z0-9-]+)\/ivschat\/aws4_request,/;
  const [, accessKeyId, region] = pattern.exec(request.headers.authorization ?? "") ?? [];
  return accessKeyId !== undefined && region !== undefined ? { accessKeyId, region } : undefined;
}

function serviceErrorOf(error: FastifyError): ServiceError {
  if (error.validation) {
    const fields = error.validation.map(({ instancePath, message = "", params }) => ({
      name:
        instancePath.slice(1).replaceAll("/", ".") ||
        (params.missingProperty as string | undefined) ||
        "body",
      message,
    }));
    return validation(`1 validation error detected: ${error.message}`, fields);
  }
  if (error.statusCode === 413) {
    return new ServiceError(413, "RequestEntityTooLargeException", { message: "Request body is too large" });
  }
  return new ServiceError(500, "InternalServerException", { message: error.message });
}
