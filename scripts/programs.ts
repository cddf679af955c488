import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startLocalIvsChat } from "../test/support/localIvsChat";
import { serviceEnvironment } from "../test/support/serviceEnvironment";
import { pathWithEngine } from "./enginePath";
import { pack } from "./pack";
import { tryDocuments } from "./programs/docs";
import { tryExamples } from "./programs/examples";
import { awsConfig, rooms } from "./programs/rooms";
import type { Surroundings } from "./programs/surroundings";

/** Runs every program of the README, docs, and examples with the Pulumi CLI and the packed package. */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "ivschat-programs-"));
  try {
    await writeFile(join(folder, "aws-config"), awsConfig);
    const env = { AWS_CONFIG_FILE: join(folder, "aws-config"), PATH: pathWithEngine() };
    const shared = { folder, tarball: await pack(folder), env, say };
    const both = await Promise.allSettled(
      [tryDocuments, tryExamples].map((half) => withService(half, shared)),
    );
    const failures = both.flatMap((each) => (each.status === "rejected" ? [each.reason as Error] : []));
    if (failures.length > 0) throw new Error(failures.map(({ message }) => message).join("\n\n"));
    say("all of these ran");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a part of the test with its own service, so that the part's requests can be counted. */
async function withService(
  half: (surroundings: Surroundings) => Promise<void>,
  shared: Omit<Surroundings, "service">,
): Promise<void> {
  const service = await startLocalIvsChat({ state: rooms });
  try {
    await half({ ...shared, service, env: { ...shared.env, ...serviceEnvironment(service) } });
  } finally {
    await service.close();
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
