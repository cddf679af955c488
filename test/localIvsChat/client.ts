import * as sdk from "@aws-sdk/client-ivschat";
import type { LocalIvsChat } from "../support/localIvsChat";

export interface ClientOptions {
  readonly region?: string;
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly sessionToken?: string;
  /** The number of milliseconds that the client's clock is ahead. */
  readonly systemClockOffset?: number;
}

/** Creates an SDK client for a local IVS Chat server. The client does not retry requests. */
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

/** Makes a client change its requests before or after they are signed, and returns the client. */
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

/** Returns the error of a failed request, with its name and the HTTP status of the response. */
export async function refusal(sent: Promise<unknown>) {
  const error = (await sent.then(
    () => undefined,
    (reason: unknown) => reason,
  )) as (Omit<sdk.ValidationException, "$metadata"> & Partial<sdk.ValidationException>) | undefined;
  return { name: error?.name, status: error?.$metadata?.httpStatusCode, error };
}
