import * as pulumi from "@pulumi/pulumi";
import { hasEngine, log } from "./engine";

let isConnected = false;

/** Prints a passing line or a warning in the engine's console, from the provider's process. */
export function engineLog(line: string, isWarning = false): void {
  connect();
  log(line, isWarning);
}

// The dynamic-provider server gets the engine's address as its argument and does not use it. If Pulumi changes the path of that script or
// `resetOptions`, progress and warnings of an ExistingRoom are not printed any more.
function connect(): void {
  if (isConnected || hasEngine()) return;
  isConnected = true;
  const [, script = "", address] = process.argv;
  // In any other process, the argument is the program's own.
  if (!/[\\/]cmd[\\/]dynamic-provider([\\/]index\.js)?$/.test(script)) return;
  if (address === undefined || !/^[\w.[\]:-]+:\d+$/.test(address)) return;
  const { getProject, getStack, getOrganization } = pulumi.runtime;
  const [project, stack, organization] = [getProject, getStack, getOrganization].map(known);
  pulumi.runtime.resetOptions(project ?? "", stack ?? "", -1, address, "", false, organization ?? "");
}

// In this process, Pulumi throws for the names that it does not know.
function known(get: () => string): string {
  try {
    return get();
  } catch {
    return "";
  }
}
