import * as pulumi from "@pulumi/pulumi";

// The undocumented parts of `pulumi.runtime` that this package uses. Each comment says what breaks if Pulumi changes it, which
// the tests mocks, sideBySide, misspeltKeys and functions show.

/** Whether the program uses `pulumi.runtime.setMocks`. If `mocks` changes, unit tests of programs make real requests. */
export function isMocked(): boolean {
  const monitor = pulumi.runtime.getMonitor() as { readonly mocks?: pulumi.runtime.Mocks } | undefined;
  return typeof monitor?.mocks?.call === "function";
}

/**
 * An object that identifies the current run of the program, also if several run in one process (Automation API): its connection to the
 * engine. Undefined outside a run. If Pulumi shared it between runs, they would share their reads.
 */
export function currentRun(): object | undefined {
  return pulumi.runtime.getMonitor();
}

/** Whether there is an engine to log to, also for inline programs, unlike `runtime.hasEngine()`. If it changes, nothing is logged. */
export function hasEngine(): boolean {
  return Boolean(pulumi.runtime.getEngine());
}

/** Prints a warning, or an ephemeral status message. */
export function log(line: string, isWarning = false): void {
  if (!hasEngine()) return;
  void (isWarning ? pulumi.log.warn(line) : pulumi.log.info(line, undefined, undefined, true));
}

/** Keeps the program running until the returned function is called. If it changes, a read that is not awaited may be lost. */
export function keepAlive(): () => void {
  return pulumi.runtime.rpcKeepAlive();
}

/** The keys of the stack's configuration. If it changes, there is no warning about misspelled keys. */
export function configurationKeys(): string[] {
  return Object.keys(pulumi.runtime.allConfig());
}
