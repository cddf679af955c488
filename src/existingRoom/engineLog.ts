import * as pulumi from "@pulumi/pulumi";

let isConnected = false;

/** Shows a passing line in the engine's console, from the provider's process. */
export function engineLog(line: string): void {
  connect();
  if (pulumi.runtime.hasEngine()) void pulumi.log.info(line, undefined, undefined, true);
}

// The dynamic-provider server is told the engine's address as its argument, and does not use it.
function connect(): void {
  if (isConnected || pulumi.runtime.hasEngine()) return;
  isConnected = true;
  const address = process.argv[2];
  if (address === undefined || !/^[\w.[\]:-]+:\d+$/.test(address)) return;
  const { getProject, getStack, getOrganization } = pulumi.runtime;
  pulumi.runtime.resetOptions(getProject(), getStack(), -1, address, "", false, getOrganization());
}
