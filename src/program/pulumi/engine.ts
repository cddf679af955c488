import * as pulumi from "@pulumi/pulumi";

// These functions use undocumented parts of `pulumi.runtime`. Each comment explains what fails if Pulumi changes them. The tests `mocks`,
// `sideBySide`, `misspeltKeys`, and `functions` detect such changes.

/**
 * Returns whether the program uses `pulumi.runtime.setMocks`. If the monitor's `mocks` changes, unit tests of programs send real requests.
 */
export function isMocked(): boolean {
  const monitor = pulumi.runtime.getMonitor() as { readonly mocks?: pulumi.runtime.Mocks } | undefined;
  return typeof monitor?.mocks?.call === "function";
}

/**
 * Returns an object that identifies the current run of the program, or undefined outside of a run. Inline programs of the Automation API
 * that run in the same process have different objects. If that changes, these programs use each other's cached reads.
 */
export function currentRun(): object | undefined {
  return pulumi.runtime.getMonitor();
}

/**
 * Returns whether messages can be logged. Unlike `runtime.hasEngine()`, works in inline programs. If `getEngine` changes, nothing is
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

/** Keeps the program running until the returned function is called. If `rpcKeepAlive` changes, the program may end during a read. */
export function keepAlive(): () => void {
  return pulumi.runtime.rpcKeepAlive();
}

/** Returns the keys of the stack's configuration. If `allConfig` changes, there are no warnings about misspelled keys. */
export function configurationKeys(): string[] {
  return Object.keys(pulumi.runtime.allConfig());
}
