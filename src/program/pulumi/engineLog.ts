import * as pulumi from "@pulumi/pulumi";

let isConnected = false;

/** Shows a passing line in the engine's console, or a warning that stays, from the provider's process. */
export function engineLog(line: string, isWarning = false): void {
  connect();
  if (!pulumi.runtime.getEngine()) return;
  void (isWarning ? pulumi.log.warn(line) : pulumi.log.info(line, undefined, undefined, true));
}

// The dynamic-provider server is told the engine's address as its argument, and does not use it.
function connect(): void {
  if (isConnected || pulumi.runtime.getEngine()) return;
  isConnected = true;
  const [, script = "", address] = process.argv;
  // In any other process, the argument is the program's own.
  if (!/[\\/]cmd[\\/]dynamic-provider([\\/]index\.js)?$/.test(script)) return;
  if (address === undefined || !/^[\w.[\]:-]+:\d+$/.test(address)) return;
  const { getProject, getStack, getOrganization } = pulumi.runtime;
  const [project, stack, organization] = [getProject, getStack, getOrganization].map(known);
  pulumi.runtime.resetOptions(project ?? "", stack ?? "", -1, address, "", false, organization ?? "");
}

// In this process Pulumi does not know them all, and throws where it does not.
function known(get: () => string): string {
  try {
    return get();
  } catch {
    return "";
  }
}
