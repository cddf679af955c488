import * as pulumi from "@pulumi/pulumi";
import { hasEngine, log } from "./engine";

let isConnected = false;

/** Logs a warning or an ephemeral status message from the process of the dynamic provider. */
export function engineLog(line: string, isWarning = false): void {
  connect();
  log(line, isWarning);
}

// Pulumi's dynamic provider server receives the engine's address as a command-line argument, but does not connect to the engine, so this
// function does. If Pulumi changes `resetOptions` or the path of the script, an ExistingRoom logs nothing (tested by `engineLog`).
function connect(): void {
  if (isConnected || hasEngine()) return;
  isConnected = true;
  const [, script = "", address] = process.argv;
  // In other processes, this argument is not the engine's address.
  if (!/[\\/]cmd[\\/]dynamic-provider([\\/]index\.js)?$/.test(script)) return;
  if (address === undefined || !/^[\w.[\]:-]+:\d+$/.test(address)) return;
  const { getProject, getStack, getOrganization } = pulumi.runtime;
  const [project, stack, organization] = [getProject, getStack, getOrganization].map(orEmpty);
  pulumi.runtime.resetOptions(project ?? "", stack ?? "", -1, address, "", false, organization ?? "");
}

// Pulumi throws if the name is unknown, as in the dynamic provider's process.
function orEmpty(get: () => string): string {
  try {
    return get();
  } catch {
    return "";
  }
}
