import * as pulumi from "@pulumi/pulumi";
import { Run, runSettings } from "../reading/run";
import { warnOfMisspeltKeys } from "./misspeltKeys";
import { currentRun, log } from "./pulumi/engine";

const runs = new WeakMap<object, Run>();

/** The Run that all reads of the running program share. Outside a Pulumi program, each call returns a new one. */
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
