import * as pulumi from "@pulumi/pulumi";
import { Run } from "../reading/run";
import { warnOfMisspeltKeys } from "./misspeltKeys";
import { runSettings } from "../reading/runSettings";

// A run of a program has a connection to the engine of its own, also where several run in one process (Automation API).
const runs = new WeakMap<object, Run>();

/** What the reads of this run of the program share. Outside a run, each call stands alone. */
export function runOf(): Run {
  const monitor: object = pulumi.runtime.getMonitor() ?? {};
  warnOfMisspeltKeys();
  const run =
    runs.get(monitor) ??
    new Run(
      runSettings((key) => new pulumi.Config("ivschat").get(key)),
      report,
    );
  runs.set(monitor, run);
  return run;
}

function report(line: string, isWarning = false): void {
  // Unlike hasEngine(), which knows nothing of the engine of a program in this very process (Automation API).
  if (!pulumi.runtime.getEngine()) return;
  void (isWarning ? pulumi.log.warn(line) : pulumi.log.info(line, undefined, undefined, true));
}
