import type {
  GetLoggingConfigurationCommand,
  GetRoomCommand,
  IvschatClient,
  ListRoomsCommand,
} from "@aws-sdk/client-ivschat";
import { Readable } from "node:stream";
import { gunzipSync } from "node:zlib";
import { MalformedAnswer } from "../room/answer";
import { isServiceError } from "./errorFacts";

export type Command = GetRoomCommand | ListRoomsCommand | GetLoggingConfigurationCommand;

export class RequestTimedOut extends Error {
  override readonly name = "TimeoutError";
}

/** An answer is larger than any answer of the service can be. */
export class AnswerTooLarge extends Error {}

/**
 * Sends one request without retries and returns the parsed JSON of the response body. The SDK signs the request, resolves the endpoint and
 * parses errors. It must not parse successes: its deserializer drops tag keys like `__proto__`, accepts numbers as strings, and fails on
 * times without a time zone.
 */
export async function send(client: IvschatClient, command: Command, timeoutMs: number): Promise<unknown> {
  let received: Received | undefined;
  let thrown: { readonly error: unknown } | undefined;
  // The SDK's types do not allow a union of commands.
  const sent: GetRoomCommand = command as never;
  sent.middlewareStack.add(
    (next) => async (args) => {
      try {
        const output = await next(args);
        const response = output.response as HttpAnswer;
        received = { status: response.statusCode, text: await bodyText(response) };
        // The SDK's deserializer reads this: an empty success, or the body of the error.
        response.body = Readable.from([Buffer.from(received.status < 300 ? "{}" : received.text)]);
        delete response.headers["content-encoding"];
        return output;
      } catch (error) {
        // The SDK replaces an error from another realm, as in a test runner, by a copy without its `code`.
        thrown = { error };
        throw error;
      }
    },
    { step: "deserialize", priority: "low", name: "readAnswer", override: true },
  );
  const limit = new AbortController();
  const timer = setTimeout(
    () => {
      limit.abort();
    },
    Math.max(timeoutMs, 0),
  );
  try {
    await client.send(sent, { abortSignal: limit.signal });
    if (!received) throw new MalformedAnswer("the answer", undefined, "an answer");
    return parse(received.text);
  } catch (error) {
    if (limit.signal.aborted) throw new RequestTimedOut(`no answer within ${seconds(timeoutMs)} seconds`);
    throw thrown ? thrown.error : withStatus(error, received);
  } finally {
    clearTimeout(timer);
  }
}

const seconds = (milliseconds: number) => String(Math.round(milliseconds / 100) / 10);

interface Received {
  readonly status: number;
  readonly text: string;
}

interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  body: unknown;
}

// The service's largest answer, 50 rooms with 50 tags each, is under 2 MB. Its errors are under 1 KB.
const largestAnswer = 8 * 1024 * 1024;
const largestError = 64 * 1024;

async function bodyText(response: HttpAnswer): Promise<string> {
  const isError = response.statusCode >= 300;
  const largest = isError ? largestError : largestAnswer;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response.body as AsyncIterable<Buffer>) {
    size += chunk.length;
    chunks.push(chunk);
    if (size <= largest) continue;
    (response.body as Readable).destroy();
    // The start of an error page is enough to recognize it.
    if (isError) break;
    throw new AnswerTooLarge(`the answer is larger than ${largest / 1024 / 1024} MB`);
  }
  const body = Buffer.concat(chunks);
  const isZipped = response.headers["content-encoding"]?.toLowerCase() === "gzip";
  return (isZipped ? unzipped(body, largest, isError) : body).toString("utf8", 0, largest);
}

function unzipped(body: Buffer, largest: number, isError: boolean): Buffer {
  try {
    return gunzipSync(body, { maxOutputLength: largest });
  } catch (cause) {
    if (isError) return body;
    throw new MalformedAnswer("the answer", (cause as Error).message, "readable gzip");
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new MalformedAnswer("the answer", text, "JSON");
  }
}

// The service names each of its errors, so an error without a name is from another server, such as a proxy with an HTML page. For those,
// the SDK's error does not have the status.
function withStatus(error: unknown, received: Received | undefined): unknown {
  if (received && received.status >= 300 && !isServiceError(error)) {
    return Object.assign(new UnreadableError(received.status, received.text), { cause: error });
  }
  return error;
}

/** An error response that is not in the service's format, such as a proxy's HTML page. */
export class UnreadableError extends Error {
  readonly $metadata: { readonly httpStatusCode: number };

  constructor(
    readonly status: number,
    readonly text: string,
  ) {
    super(`an answer with status ${status} that is not from the service`);
    this.$metadata = { httpStatusCode: status };
  }
}
