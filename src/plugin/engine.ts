import { credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/** A function that prints lines in the engine's console: warnings, and passing lines that the next one replaces. */
export function engineLog(address: string | undefined): (line: string, isWarning?: boolean) => void {
  if (address === undefined) return () => undefined;
  // Ignores the proxy environment variables, because the engine runs on this machine.
  const engine = new EngineClient(address, credentials.createInsecure(), { "grpc.enable_http_proxy": 0 });
  return (line, isWarning = false) => {
    const request = new LogRequest();
    request.setSeverity(isWarning ? LogSeverity.WARNING : LogSeverity.INFO);
    request.setMessage(line);
    request.setEphemeral(!isWarning);
    // A read must not fail because a line cannot be printed.
    engine.log(request, () => undefined);
  };
}
