import * as pulumi from "@pulumi/pulumi";
import { Run, runSettings } from "../reading/run";
import { warnOfMisspeltKeys } from "./misspeltKeys";
import { currentRun, log } from "./pulumi/engine";

const runs = new WeakMap<object, Run>();

/** Returns the Run of the current program. Outside of a Pulumi program, each call returns a new Run. */
export function runOf(): Run {
  const program = currentRun() ?? {};
  warnOfMisspeltKeys();
  const run = runs.get(program) ?? newRun();
  runs.set(program, run);
  return run;
}

function newRun(): Run {
  const config = new pulumi.Config("ivschat");
  return new Run(
    runSettings((key) => config.get(key)),
    log,
  );
}
