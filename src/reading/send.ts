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

/** Any of the SDK's commands for this service. */
export type Command = GetRoomCommand | ListRoomsCommand | GetLoggingConfigurationCommand;

/** A request took longer than it may. */
export class RequestTimedOut extends Error {
  override readonly name = "TimeoutError";
}

/** The service's answer is larger than any that it gives. */
export class AnswerTooLarge extends Error {}

/**
 * Sends one request, once, and hands out the answer's JSON as it came over the wire. The SDK signs, addresses and reads errors; of a
 * success its deserializer would drop tag keys like `__proto__`, pass on numbers in quotes, and fail over a time without a zone.
 */
export async function send(client: IvschatClient, command: Command, timeoutMs: number): Promise<unknown> {
  let received: Received | undefined;
  let broken: { readonly error: unknown } | undefined;
  // Which command it is makes no difference here, only to the SDK's types.
  const sent: GetRoomCommand = command as never;
  sent.middlewareStack.add(
    (next) => async (args) => {
      try {
        const output = await next(args);
        const response = output.response as HttpAnswer;
        received = { status: response.statusCode, text: await bodyText(response) };
        // What the SDK goes on with: an empty success, or the error's body again.
        response.body = Readable.from([Buffer.from(received.status < 300 ? "{}" : received.text)]);
        delete response.headers["content-encoding"];
        return output;
      } catch (error) {
        // As it was thrown: where an error comes from another realm, as in a test runner, the SDK passes on a copy without its code.
        broken = { error };
        throw error;
      }
    },
    { step: "deserialize", priority: "low", name: "readAnswer", override: true },
  );
  const limit = new AbortController();
  const timer = setTimeout(() => {
    limit.abort();
  }, timeoutMs);
  try {
    await client.send(sent, { abortSignal: limit.signal });
    if (!received) throw new MalformedAnswer("the answer", undefined, "an answer");
    return parse(received.text);
  } catch (error) {
    if (limit.signal.aborted) throw new RequestTimedOut(`no answer within ${seconds(timeoutMs)} seconds`);
    throw broken ? broken.error : withStatus(error, received);
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

// The largest answer of the service, 50 rooms with 50 tags each, is under 2 MB; its errors are under one kilobyte.
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
    // The beginning of an error page says what it is.
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
  if (text.trim() === "") throw new MalformedAnswer("the answer", text, "JSON");
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new MalformedAnswer("the answer", text, "JSON");
  }
}

// The service names each of its errors. What has no name, or cannot be read at all (HTML under a 404, say), is not the service's; of
// what it cannot read the SDK does not tell the status either.
function withStatus(error: unknown, received: Received | undefined): unknown {
  if (received && received.status >= 300 && !isServiceError(error)) {
    return Object.assign(new UnreadableError(received.status, received.text), { cause: error });
  }
  return error;
}

/** An error answer that is not in the service's form, such as a proxy's HTML page. */
export class UnreadableError extends Error {
  readonly $metadata: { readonly httpStatusCode: number };

  constructor(
    readonly status: number,
    readonly text: string,
  ) {
    super(`an answer with status ${status} that is not the service's`);
    this.$metadata = { httpStatusCode: status };
  }
}
