import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startLocalIvsChat } from "../test/support/localIvsChat";
import { serviceEnvironment } from "../test/support/serviceEnvironment";
import { pathWithEngine } from "./enginePath";
import { pack } from "./pack";
import { tryExamples } from "./programs/examples";
import { tryReadme } from "./programs/readme";
import { awsConfig, rooms } from "./programs/rooms";

/** Every program of the README and of the examples, in projects with the packed package, by `pulumi` on the command line. */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "ivschat-programs-"));
  const service = await startLocalIvsChat({ state: rooms });
  try {
    await writeFile(join(folder, "aws-config"), awsConfig);
    const env = {
      ...serviceEnvironment(service),
      AWS_CONFIG_FILE: join(folder, "aws-config"),
      PATH: pathWithEngine(),
    };
    const surroundings = { folder, tarball: await pack(folder), env, service, say };
    const both = await Promise.allSettled([tryReadme(surroundings), tryExamples(surroundings)]);
    const failures = both.flatMap((each) => (each.status === "rejected" ? [each.reason as Error] : []));
    if (failures.length > 0) throw new Error(failures.map(({ message }) => message).join("\n\n"));
    say("all of these ran");
  } finally {
    await service.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const begun = performance.now();
function say(what: string): void {
  console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${what}`);
}

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
