import * as pulumi from "@pulumi/pulumi";
import { hasEngine, log } from "./engine";

let isConnected = false;

/** Prints a warning or an ephemeral status message from the dynamic provider's process. */
export function engineLog(line: string, isWarning = false): void {
  connect();
  log(line, isWarning);
}

// Pulumi's dynamic-provider server gets the engine's address as an argument, but does not connect to it. If Pulumi changes the path of
// that script, or `resetOptions`, an ExistingRoom prints no progress and no warnings (shown by the test `engineLog`).
function connect(): void {
  if (isConnected || hasEngine()) return;
  isConnected = true;
  const [, script = "", address] = process.argv;
  // In other processes, the argument has another meaning.
  if (!/[\\/]cmd[\\/]dynamic-provider([\\/]index\.js)?$/.test(script)) return;
  if (address === undefined || !/^[\w.[\]:-]+:\d+$/.test(address)) return;
  const { getProject, getStack, getOrganization } = pulumi.runtime;
  const [project, stack, organization] = [getProject, getStack, getOrganization].map(orEmpty);
  pulumi.runtime.resetOptions(project ?? "", stack ?? "", -1, address, "", false, organization ?? "");
}

// In this process, Pulumi throws if it does not know a name.
function orEmpty(get: () => string): string {
  try {
    return get();
  } catch {
    return "";
  }
}
