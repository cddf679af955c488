import * as pulumi from "@pulumi/pulumi";

// The parts of `pulumi.runtime` that this package uses; Pulumi does not document them. Each says what fails when Pulumi changes it.

/** Whether the program runs under `pulumi.runtime.setMocks`. Without `mocks`, unit tests of programs would make real requests. */
export function isMocked(): boolean {
  const monitor = pulumi.runtime.getMonitor() as { readonly mocks?: pulumi.runtime.Mocks } | undefined;
  return typeof monitor?.mocks?.call === "function";
}

/**
 * The connection of this run of a program to the engine: one for each run, also where several run in one process (Automation API).
 * Undefined outside a run. Were it shared, runs would share what they read.
 */
export function currentRun(): object | undefined {
  return pulumi.runtime.getMonitor();
}

/** Whether there is an engine to log to. Unlike `hasEngine()`, it knows that of an inline program. Without it, nothing is logged. */
export function hasEngine(): boolean {
  return Boolean(pulumi.runtime.getEngine());
}

/** Prints a warning, or a passing line that the next one replaces. */
export function log(line: string, isWarning = false): void {
  if (!hasEngine()) return;
  void (isWarning ? pulumi.log.warn(line) : pulumi.log.info(line, undefined, undefined, true));
}

/** Keeps the program running until the returned function is called. Without it, a read that nobody awaits is lost. */
export function keepAlive(): () => void {
  return pulumi.runtime.rpcKeepAlive();
}

/** The keys of the stack's configuration. Without them, no key is found to be misspelled. */
export function configurationKeys(): string[] {
  return Object.keys(pulumi.runtime.allConfig());
}
