import { gzipSync } from "node:zlib";
import { GetRoomCommand } from "@aws-sdk/client-ivschat";
import { Run } from "../../src/reading/run";
import { AnswerTooLarge, RequestTimedOut, send, UnreadableError } from "../../src/reading/send";
import { MalformedAnswer } from "../../src/room/answer";
import { answer, error as serviceError, half, huge, json, lobby, silence } from "../faults/answers";
import { useFaultServers, type Fault } from "../support/faultServer";

const serverWith = useFaultServers();

/** Sends a GetRoom request to a server that gives this answer. */
async function sendTo(fault: Fault | { readonly endpoint: string }, timeoutMs = 5000): Promise<unknown> {
  const { endpoint } = "endpoint" in fault ? fault : await serverWith([fault]);
  const client = await new Run({}, () => undefined).clients.for({
    region: "us-east-1",
    ivschatEndpoint: endpoint,
  });
  return send(await client.sdkClient(), new GetRoomCommand({ identifier: lobby }), timeoutMs);
}
const failureWith = (...args: Parameters<typeof sendTo>): Promise<unknown> =>
  sendTo(...args).catch((error: unknown) => error);

const gzip = { ...json, "content-encoding": "gzip" };

describe("a successful answer", () => {
  test("is returned unchanged, including members that the SDK would drop or change", async () => {
    const body =
      '{"maximumMessageLength":"7","createTime":"2026-01-01","tags":{"__proto__":"kept"},"new":[1]}';
    expect(JSON.stringify(await sendTo(answer(200, body)))).toBe(body);
  });

  test.each(["gzip", "GZIP"])("with the encoding %s is unzipped", async (encoding) => {
    const zipped = answer(200, gzipSync('{"name":"lobby"}'), { ...json, "content-encoding": encoding });
    expect(await sendTo(zipped)).toEqual({ name: "lobby" });
  });

  test("is not unzipped without a content-encoding header", async () => {
    expect(await failureWith(answer(200, gzipSync("{}")))).toBeInstanceOf(MalformedAnswer);
  });

  test.each([
    ["is empty", "", 'the answer is ""; expected JSON'],
    ["is blank", " \n", /^the answer is " .*expected JSON/],
    ["is not JSON", "<html>", 'the answer is "<html>"; expected JSON'],
  ])("that %s is malformed", async (_what, body, message) => {
    const error = await failureWith(answer(200, body));
    expect(error).toBeInstanceOf(MalformedAnswer);
    expect((error as Error).message).toMatch(message);
  });

  test.each([
    ["has the content encoding gzip but is not zipped", Buffer.from("{}")],
    ["unzips to more than 8 MB", gzipSync(Buffer.alloc(9 * 1024 * 1024, " "))],
  ])("that %s is malformed", async (_what, body) => {
    const error = await failureWith(answer(200, body, gzip));
    expect(error).toBeInstanceOf(MalformedAnswer);
    expect((error as Error).message).toMatch(/^the answer is .*expected readable gzip/);
  });

  test("of exactly 8 MB is read", async () => {
    const largest = 8 * 1024 * 1024;
    expect(await sendTo(answer(200, `{}${" ".repeat(largest - 2)}`))).toEqual({});
  });

  test("of more than 8 MB is rejected", async () => {
    const error = await failureWith(huge);
    expect(error).toBeInstanceOf(AnswerTooLarge);
    expect((error as Error).message).toBe("the answer is larger than 8 MB");
  });
});

describe("an error answer", () => {
  test("of the service becomes an error with the service's name, message and status", async () => {
    expect(await failureWith(serviceError(403, "AccessDeniedException", "no"))).toMatchObject({
      name: "AccessDeniedException",
      message: "no",
      $metadata: { httpStatusCode: 403, requestId: "request-1" },
    });
  });

  test.each([
    ["zipped", gzipSync('{"message":"no"}')],
    ["not zipped although its content encoding is gzip", Buffer.from('{"message":"no"}')],
  ])("of the service is read if the body is %s", async (_what, body) => {
    const fault = answer(403, body, { ...gzip, "x-amzn-errortype": "AccessDeniedException" });
    expect(await failureWith(fault)).toMatchObject({ name: "AccessDeniedException", message: "no" });
  });

  test.each([300, 307, 403, 502])(
    "with status %i that is not in the service's format becomes an error with the status and the text",
    async (status) => {
      const error = await failureWith(answer(status, "<html>no</html>", { "content-type": "text/html" }));
      expect(error).toBeInstanceOf(UnreadableError);
      expect(error).toMatchObject({
        status,
        text: "<html>no</html>",
        message: `an answer with status ${status} that is not from the service`,
        $metadata: { httpStatusCode: status },
        cause: expect.anything() as unknown,
      });
    },
  );

  test("is read only up to 64 KB", async () => {
    const error = await failureWith(answer(502, "x".repeat(300_000)));
    expect(error).toMatchObject({ status: 502, text: "x".repeat(64 * 1024) });
  });
});

describe("a request", () => {
  test("that cannot reach a server fails with the error code of Node.js", async () => {
    expect(await failureWith({ endpoint: "http://127.0.0.1:1" })).toMatchObject({ code: "ECONNREFUSED" });
  });

  test.each([
    ["no answer", silence],
    ["half an answer", half(() => undefined)],
  ])(
    "that gets %s within the time limit fails with an error that contains the limit",
    async (_what, fault) => {
      const error = await failureWith(fault, 200);
      expect(error).toBeInstanceOf(RequestTimedOut);
      expect((error as Error).message).toBe("no answer within 0.2 seconds");
    },
  );

  // Node.js 24 prints a warning for a timer with a negative delay.
  test("whose time limit has passed fails at once, without a timer with a negative delay", async () => {
    const timer = jest.spyOn(globalThis, "setTimeout");
    expect(await failureWith(silence, -5)).toBeInstanceOf(RequestTimedOut);
    const delays = timer.mock.calls.map(([, milliseconds = 0]) => milliseconds);
    expect(delays.filter((time) => time < 0)).toEqual([]);
    timer.mockRestore();
  });
});
