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

/** Thrown when a response is larger than any valid response of the service. */
export class AnswerTooLarge extends Error {}

/**
 * Sends one request without retries, and returns the parsed JSON of the response body. The SDK signs the request, resolves the endpoint,
 * and parses errors. Successful responses are parsed here, because the SDK's deserializer drops tags such as `__proto__` and accepts values
 * of the wrong type.
 */
export async function send(client: IvschatClient, command: Command, timeoutMs: number): Promise<unknown> {
  let received: Received | undefined;
  let thrown: { readonly error: unknown } | undefined;
  // The type of `client.send` does not accept a union of commands.
  const sent: GetRoomCommand = command as never;
  sent.middlewareStack.add(
    (next) => async (args) => {
      try {
        const output = await next(args);
        const response = output.response as HttpAnswer;
        received = { status: response.statusCode, text: await bodyText(response) };
        // The body is already consumed, so replace it for the SDK's deserializer. For a success, the SDK gets an empty object.
        response.body = Readable.from([Buffer.from(received.status < 300 ? "{}" : received.text)]);
        delete response.headers["content-encoding"];
        return output;
      } catch (error) {
        // Keeps the original error. In a separate JavaScript context (`node:vm`), the SDK replaces it with a copy that has no `code`.
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

// The largest valid response, 50 rooms with 50 tags each, is smaller than 2 MB. Error responses are smaller than 1 KB.
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
    // The start of an error response is enough for the error message.
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

// An error response without an error name comes from another server, such as a proxy. The SDK's error for such a response lacks the status
// code, so an UnreadableError replaces the SDK's error.
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
