import { Server, ServerCredentials, status, type sendUnaryData, type ServerUnaryCall } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { oneLine } from "../room/text";
import type { Provider } from "./provider";

/** A running server. */
export interface Served {
  readonly port: number;
  stop(): void;
}

/** Serves a provider on a free port of the loopback interface. */
export async function serve(provider: Provider): Promise<Served> {
  const server = new Server({
    "grpc.max_receive_message_length": largestMessage,
    "grpc.max_send_message_length": largestMessage,
  });
  const calls = new Calls();
  const method =
    <Request, Response>(answer: (request: Request) => Response | Promise<Response>) =>
    (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>) => {
      calls
        .run(() => answer(call.request))
        .then(
          (response) => {
            callback(null, response);
          },
          (error: unknown) => {
            const code = error instanceof Cancelled ? status.CANCELLED : status.UNKNOWN;
            callback({
              code,
              details: oneLine(error instanceof Error ? error.message : String(error), 2000),
            });
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
    cancel: (_: ServerUnaryCall<Empty, Empty>, callback: sendUnaryData<Empty>) => {
      calls.cancel();
      callback(null, new Empty());
    },
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

/** Tracks the calls in progress. `cancel` rejects these calls and all later calls. */
class Calls {
  private readonly running = new Set<(reason: Cancelled) => void>();
  private isCancelled = false;

  run<T>(answer: () => T | Promise<T>): Promise<T> {
    if (this.isCancelled) return Promise.reject(new Cancelled());
    return new Promise<T>((resolve, reject) => {
      this.running.add(reject);
      const end = () => this.running.delete(reject);
      void Promise.resolve().then(answer).then(resolve, reject).finally(end);
    });
  }

  cancel(): void {
    this.isCancelled = true;
    for (const reject of this.running) reject(new Cancelled());
  }
}

class Cancelled extends Error {
  constructor() {
    super("the operation was cancelled");
  }
}

// The maximum size of a message in bytes, the same as in the engine and Pulumi's own plugins.
const largestMessage = 400 * 1024 * 1024;
