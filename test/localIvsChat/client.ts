import * as sdk from "@aws-sdk/client-ivschat";
import type { LocalIvsChat } from "../support/localIvsChat";

export interface ClientOptions {
  readonly region?: string;
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly sessionToken?: string;
  /** How far its clock is ahead, in milliseconds. */
  readonly systemClockOffset?: number;
}

/** The SDK's client of a local IVS Chat, which asks once. */
export function clientOf({ endpoint }: Pick<LocalIvsChat, "endpoint">, options: ClientOptions = {}) {
  const { region = "us-east-1", systemClockOffset = 0, sessionToken } = options;
  const { accessKeyId = "AKIDTEST", secretAccessKey = "test-secret" } = options;
  return new sdk.IvschatClient({
    region,
    endpoint,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
    maxAttempts: 1,
    systemClockOffset,
  });
}

export interface HttpRequest {
  method: string;
  path: string;
  query: Record<string, string | string[]>;
  headers: Record<string, string>;
  body: string;
}

/** The client, whose requests are changed before they are signed, or after. */
export function altered(
  client: sdk.IvschatClient,
  when: "before" | "after",
  change: (request: HttpRequest) => void,
): sdk.IvschatClient {
  const alter = (of: unknown) => {
    const request = of as HttpRequest;
    change(request);
    if (when === "before") request.headers["content-length"] = String(Buffer.byteLength(request.body));
  };
  if (when === "before")
    client.middlewareStack.add(
      (next) => (args) => {
        alter(args.request);
        return next(args);
      },
      { step: "build", priority: "low" },
    );
  else
    client.middlewareStack.add(
      (next) => (args) => {
        alter(args.request);
        return next(args);
      },
      { step: "finalizeRequest", priority: "low" },
    );
  return client;
}

/** The error that a request ends with, and what it was answered with. */
export async function refusal(sent: Promise<unknown>) {
  const error = (await sent.then(
    () => undefined,
    (reason: unknown) => reason,
  )) as (Omit<sdk.ValidationException, "$metadata"> & Partial<sdk.ValidationException>) | undefined;
  return { name: error?.name, status: error?.$metadata?.httpStatusCode, error };
}
