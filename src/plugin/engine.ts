import { credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/** A function that prints lines in the engine's console: warnings, and passing lines that the next one replaces. */
export function engineLog(address: string | undefined): (line: string, isWarning?: boolean) => void {
  if (address === undefined) return () => undefined;
  // Not through a proxy of the environment: the engine is on this machine.
  const engine = new EngineClient(address, credentials.createInsecure(), { "grpc.enable_http_proxy": 0 });
  return (line, isWarning = false) => {
    const request = new LogRequest();
    request.setSeverity(isWarning ? LogSeverity.WARNING : LogSeverity.INFO);
    request.setMessage(line);
    request.setEphemeral(!isWarning);
    // A line that cannot be printed fails no read.
    engine.log(request, () => undefined);
  };
}
