import { credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/** Returns a function that prints a line in the engine's console: a warning, or a progress line that the next one replaces. */
export function engineLog(address: string | undefined): (line: string, isWarning?: boolean) => void {
  if (address === undefined) return () => undefined;
  // Ignores the proxy environment variables, because the engine runs on this machine.
  const engine = new EngineClient(address, credentials.createInsecure(), { "grpc.enable_http_proxy": 0 });
  return (line, isWarning = false) => {
    const request = new LogRequest();
    request.setSeverity(isWarning ? LogSeverity.WARNING : LogSeverity.INFO);
    request.setMessage(line);
    request.setEphemeral(!isWarning);
    // Ignores errors: a read must not fail because a line cannot be printed.
    engine.log(request, () => undefined);
  };
}
