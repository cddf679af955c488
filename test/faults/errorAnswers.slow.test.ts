import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import { gzipSync } from "node:zlib";
import { RoomReadError } from "../../src";
import { startFaultServer, type Fault } from "../support/faultServer";
import { answer, lobby } from "./answers";
import { ShownByEngine, existingRoom, functions, type Face } from "./faces";
import { pluginExistingRoom, pluginFunctions } from "./pluginFaces";

const config = {
  "ivschat:requestTimeout": "5",
  "ivschat:readTimeout": "0.2",
  "ivschat:requestsPerSecond": "1000",
};
for (const [key, value] of Object.entries(config)) pulumi.runtime.setConfig(key, value);

/** An answer with an error status: a modified answer of the service or a gateway, or random data. */
interface ErrorAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly isZipped: boolean;
}

// Generates values of any type, strings with control characters, and long strings.
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    403,
    null,
    true,
    [],
    { toString: 1, valueOf: 1 },
    { toString: null },
    { name: { name: 5 } },
    [[null]],
    "a".repeat(50_000),
    "\u009b2J\u202e\u2066x",
    "__proto__",
    "Expired",
    "token ".repeat(5000),
    "<".repeat(60_000),
  ),
);
const names = [
  "AccessDeniedException",
  "ResourceNotFoundException",
  "ValidationException",
  "ConflictException",
  "ThrottlingException",
  "InternalServerException",
  "ServiceQuotaExceededException",
  "PendingVerification",
  "ExpiredTokenException",
  "InvalidSignatureException",
  "RequestTimeTooSkewed",
  "TimeoutError",
  "TypeError",
];
const name = fc.oneof(
  fc.constantFrom<unknown>(...names),
  fc.constantFrom<unknown>(...names).map((known) => `aws.api#${String(known)}:http://internal/`),
  odd,
);

// The members that the SDK reads from an error's body, and members of the errors of Node.js and the SDK.
const body = fc.record(
  {
    message: odd,
    Message: odd,
    code: name,
    Code: name,
    __type: name,
    name: odd,
    fieldList: fc.oneof(odd, fc.array(fc.record({ name: odd, message: odd }), { maxLength: 5 })),
    reason: odd,
    resourceId: odd,
    resourceType: odd,
    limit: odd,
    errors: fc.oneof(odd, fc.array(odd)),
    cause: odd,
    stack: odd,
    $metadata: odd,
    $fault: odd,
    $response: odd,
    $retryable: fc.oneof(odd, fc.constant({ throttling: true })),
    ServerTime: odd,
    toString: odd,
  },
  { requiredKeys: [] },
);
const text = fc.oneof(
  { weight: 6, arbitrary: body.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 1, arbitrary: body.map((value) => JSON.stringify(value).slice(0, -2)) },
  { weight: 1, arbitrary: body.map((value) => JSON.stringify(value) + " ".repeat(70_000)) },
);

// Node.js rejects characters below U+0020 in a header.
const headerText = fc.oneof(
  fc.constantFrom(...names, "", ":", "#", "a#", "\u009b2J", "x".repeat(4000), "smithy.ts.sdk#Error"),
  fc.string({ unit: fc.constantFrom(...Array.from("Aa1:#,. \u0080\u009b\u00ad\u00ff")) }),
);
const headers = fc.record(
  {
    "content-type": fc.constantFrom("application/json", "text/html", "nonsense"),
    "x-amzn-errortype": headerText,
    "x-amzn-requestid": headerText,
    "x-amz-cf-id": headerText,
    date: fc.constantFrom("Thu, 01 Jan 1970 00:00:00 GMT", "yesterday"),
    "retry-after": fc.constantFrom("100000", "-1", "soon"),
    "content-encoding": fc.constantFrom("gzip", "br", "deflate"),
    location: fc.constantFrom("http://127.0.0.1:1/", "//", "GetRoom"),
    "x-amzn-query-error": headerText,
  },
  { requiredKeys: [] },
);

const errorAnswer: fc.Arbitrary<ErrorAnswer> = fc.record({
  status: fc.oneof(
    fc.constantFrom(400, 402, 403, 404, 409, 429, 500, 503, 307),
    fc.integer({ min: 300, max: 599 }),
    fc.constant(999),
  ),
  headers: headers.map((record) => ({ ...record })),
  body: text,
  isZipped: fc.boolean(),
});

const faultOf = ({ status, headers: sent, body: content, isZipped }: ErrorAnswer): Fault =>
  answer(status, isZipped ? gzipSync(content) : content, sent);

/** Throws if the result of a read is not allowed for an error answer. */
async function meet(face: Face, given: ErrorAnswer): Promise<void> {
  const server = await startFaultServer([faultOf(given)]);
  try {
    const outcome = await face.read(server.endpoint, config).catch((error: unknown) => error);
    if (!(outcome instanceof Error)) {
      // If the room does not exist, findRoom returns undefined, and a refresh removes the resource from the state.
      expect([undefined, {}]).toContainEqual(outcome);
      return;
    }
    expect(outcome.message).toMatch(/^cannot read \S/);
    expect(outcome.message).not.toMatch(/\p{C}/u);
    expect(outcome.message.length).toBeLessThan(1200);
    if (outcome instanceof ShownByEngine) return;
    expect(outcome).toBeInstanceOf(RoomReadError);
    const { code, requestId, identifier } = outcome as unknown as RoomReadError;
    expect(code).toMatch(/^[A-Za-z][\w.-]{0,99}$/);
    expect(requestId ?? "").toMatch(/^\P{C}{0,101}$/u);
    expect([lobby, undefined, expect.stringContaining(":logging-configuration/")]).toContainEqual(identifier);
  } finally {
    await server.stop();
  }
}

test.each([...functions, ...existingRoom, ...pluginFunctions, ...pluginExistingRoom])(
  "$name returns no room or fails with an error of limited length for any error response",
  async (face) => {
    await fc.assert(
      fc.asyncProperty(fc.array(errorAnswer, { minLength: 30, maxLength: 30 }), async (answers) => {
        await Promise.all(
          answers.map((each) =>
            meet(face, each).catch((cause: unknown) => {
              throw new Error(`${JSON.stringify(each).slice(0, 2000)}: ${(cause as Error).message}`);
            }),
          ),
        );
      }),
      // The plugin reads with the same code, and then encodes the result.
      { numRuns: face.isEncoded ? 1 : 2, endOnFailure: true },
    );
  },
  60_000,
);
