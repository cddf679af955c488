import { Server, ServerCredentials, status, type sendUnaryData, type ServerUnaryCall } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { oneLine } from "../room/text";
import type { Provider } from "./provider";

/** A provider that is served on a port of this machine. */
export interface Served {
  readonly port: number;
  stop(): void;
}

/** Serves a provider on a free port. */
export async function serve(provider: Provider): Promise<Served> {
  const server = new Server({
    "grpc.max_receive_message_length": largestMessage,
    "grpc.max_send_message_length": largestMessage,
  });
  const cancellation = new AbortController();
  const method =
    <Request, Response>(answer: (request: Request) => Response | Promise<Response>) =>
    (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>) => {
      const cancelled = new Promise<never>((_, reject) => {
        const cancel = () => {
          reject(new Cancelled("the operation was cancelled"));
        };
        if (cancellation.signal.aborted) cancel();
        else cancellation.signal.addEventListener("abort", cancel, { once: true });
      });
      Promise.race([
        new Promise<Response>((resolve) => {
          resolve(answer(call.request));
        }),
        cancelled,
      ]).then(
        (response) => {
          callback(null, response);
        },
        (error: unknown) => {
          const code = error instanceof Cancelled ? status.CANCELLED : status.UNKNOWN;
          callback({ code, details: oneLine((error as Error).message, 2000) });
        },
      );
    };
  server.addService(ResourceProviderService, {
    handshake: method(() => provider.handshake()),
    getSchema: method(() => provider.getSchema()),
    getPluginInfo: method(() => provider.getPluginInfo()),
    getMapping: method(() => provider.getMapping()),
    checkConfig: method(provider.checkConfig.bind(provider)),
    diffConfig: method(provider.diffConfig.bind(provider)),
    configure: method(provider.configure.bind(provider)),
    invoke: method(provider.invoke.bind(provider)),
    check: method(provider.check.bind(provider)),
    diff: method(provider.diff.bind(provider)),
    create: method(provider.create.bind(provider)),
    read: method(provider.read.bind(provider)),
    update: method(provider.update.bind(provider)),
    delete: method(() => provider.delete()),
    cancel: method(() => {
      // Only after the answer to Cancel, which would otherwise be cancelled too.
      setImmediate(() => {
        cancellation.abort();
      });
      return new Empty();
    }),
  });
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else
        resolve({
          port,
          stop: () => {
            server.forceShutdown();
          },
        });
    });
  });
}

class Cancelled extends Error {}

// As the engine and its other plugins have it.
const largestMessage = 400 * 1024 * 1024;
