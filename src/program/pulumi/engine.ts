import * as pulumi from "@pulumi/pulumi";

// These functions use undocumented parts of `pulumi.runtime`. Each comment explains what fails if Pulumi changes them. The tests `mocks`,
// `sideBySide`, `misspeltKeys`, and `functions` detect such changes.

/**
 * Returns whether the program uses `pulumi.runtime.setMocks`. If Pulumi changes the monitor's `mocks`, unit tests of programs send real requests.
 */
export function isMocked(): boolean {
  const monitor = pulumi.runtime.getMonitor() as { readonly mocks?: pulumi.runtime.Mocks } | undefined;
  return typeof monitor?.mocks?.call === "function";
}

/**
 * Returns an object that identifies the current run of the program, or undefined outside of a run. Inline programs of the Automation API
 * that run in the same process have different objects. If Pulumi changes that, these programs use each other's cached reads.
 */
export function currentRun(): object | undefined {
  return pulumi.runtime.getMonitor();
}

/**
 * Returns whether messages can be logged. Unlike `runtime.hasEngine()`, works in inline programs. If Pulumi changes `getEngine`, nothing is
 * logged.
 */
export function hasEngine(): boolean {
  return Boolean(pulumi.runtime.getEngine());
}

/** Logs a warning or an ephemeral status message. */
export function log(line: string, isWarning = false): void {
  if (!hasEngine()) return;
  void (isWarning ? pulumi.log.warn(line) : pulumi.log.info(line, undefined, undefined, true));
}

/** Keeps the program running until the returned function is called. If Pulumi changes `rpcKeepAlive`, the program may end during a read. */
export function keepAlive(): () => void {
  return pulumi.runtime.rpcKeepAlive();
}

/** Returns the keys of the stack's configuration. If Pulumi changes `allConfig`, there are no warnings about misspelled keys. */
export function configurationKeys(): string[] {
  return Object.keys(pulumi.runtime.allConfig());
}
