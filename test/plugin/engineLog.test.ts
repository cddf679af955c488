import { Server, ServerCredentials, type sendUnaryData, type ServerUnaryCall } from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import type { LogRequest } from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { engineLog } from "../../src/plugin/engine";

test("log lines are sent to the engine directly, even if the environment has a proxy", async () => {
  const server = new Server();
  try {
    const received = new Promise<LogRequest>((resolve) => {
      server.addService(EngineService, {
        log: ({ request }: ServerUnaryCall<LogRequest, Empty>, callback: sendUnaryData<Empty>) => {
          callback(null, new Empty());
          resolve(request);
        },
      });
    });
    const port = await new Promise<number>((resolve) => {
      server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (_, bound) => {
        resolve(bound);
      });
    });
    Object.assign(process.env, { http_proxy: "http://127.0.0.1:1", https_proxy: "http://127.0.0.1:1" });
    engineLog(`127.0.0.1:${port}`)("omitted the tag", true);
    expect((await received).getMessage()).toBe("omitted the tag");
  } finally {
    server.forceShutdown();
  }
}, 5000);
