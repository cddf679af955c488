import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { createProject, type Project } from "../support/project";
import { unset } from "../support/environment";
import { credentialProcesses } from "./credentialProcesses";
import { room, useCloud } from "./surroundings";

const aws = useCloud();
const processes = () => credentialProcesses(aws);
beforeEach(() => {
  rmSync(processes().started, { force: true });
  unset("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
});

describe("a credential_process that hangs", () => {
  beforeAll(() => {
    processes().profileOf("hangs", processes().hanging);
  });

  test("is killed if the program exits during the read", async () => {
    const script = `require(${JSON.stringify(join(__dirname, "../../dist"))})
      .getRoom({ identifier: ${JSON.stringify(room())}, profile: "hangs" }).catch(() => {});
      const { existsSync, readFileSync } = require("fs");
      setInterval(() => existsSync("${processes().started}") && readFileSync("${processes().started}", "utf8").split("\\n").length > 3 && process.exit(), 20);`;
    const child = spawn(process.execPath, ["-e", script], { env: { ...process.env }, stdio: "ignore" });
    await new Promise((resolve) => child.once("exit", resolve));
    expect(processes().pids()).toHaveLength(3);
    expect(await processes().survivors()).toEqual([]);
  });
});

describe("pulumi preview", () => {
  let project: Project | undefined;
  afterEach(() => project?.close());

  test.each([
    ["getRoomOutput", `export const room = ivschat.getRoomOutput({ identifier: "${room()}" }).name;`],
    ["an ExistingRoom", `new ivschat.ExistingRoom("room", { identifier: "${room()}" });`],
  ])(
    "of a program with %s fails at the read's time limit and stops a credential_process that hangs",
    async (_what, program) => {
      processes().profileOf("stuck", processes().hanging);
      project = await createProject({
        files: { "index.ts": `import * as ivschat from "pulumi-ivschat";\n${program}\n` },
        config: { "ivschat:readTimeout": "2" },
        env: { AWS_PROFILE: "stuck", AWS_CONFIG_FILE: join(aws.folder, "config") },
      });
      const { ok, output } = await project.pulumi("preview");
      expect(ok).toBe(false);
      expect(output).toContain("getting the credentials took longer than 2 s");
      expect(processes().pids()).toHaveLength(3);
      expect(await processes().survivors()).toEqual([]);
    },
    60_000,
  );
});
