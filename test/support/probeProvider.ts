import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** A small provider plugin whose function `probe:index:read` returns a room. */
export interface ProbeProvider {
  /** Returns the rooms for which the function was called since the previous call of this method. */
  calls(): string[];
  stop(): void;
}

const source = (log: string, pulumi: string) => `
const { appendFileSync } = require("node:fs");
const provider = require(${JSON.stringify(pulumi)} + "/provider");
provider.main({
  version: "0.0.1",
  invoke: async (token, inputs) => {
    appendFileSync(${JSON.stringify(log)}, inputs.identifier + "\\n");
    if (String(inputs.identifier).endsWith("NoSuchRoom12")) {
      return { failures: [{ property: "identifier", reason: "there is no such room" }] };
    }
    return { outputs: { arn: inputs.identifier, name: "lobby", maximumMessageLength: 500 } };
  },
}, process.argv.slice(2));
`;

export function startProbeProvider(): ProbeProvider {
  const folder = mkdtempSync(join(tmpdir(), "ivschat-probe-"));
  const log = join(folder, "calls");
  const pulumi = join(require.resolve("@pulumi/pulumi/package.json"), "..");
  writeFileSync(join(folder, "probe.js"), source(log, pulumi));
  writeFileSync(join(folder, "pulumi-resource-probe"), `#!/bin/sh\nexec node "${folder}/probe.js" "$@"\n`);
  chmodSync(join(folder, "pulumi-resource-probe"), 0o755);
  const path = process.env.PATH ?? "";
  process.env.PATH = `${folder}${delimiter}${path}`;
  writeFileSync(log, "");
  return {
    calls: () => {
      const rooms = readFileSync(log, "utf8").split("\n").slice(0, -1);
      writeFileSync(log, "");
      return rooms;
    },
    stop: () => {
      process.env.PATH = path;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
