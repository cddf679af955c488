import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { version } from "../../package.json";
import { archiveName, useArchives, useArchiveServer } from "../support/archives";
import { useProjects, type Project } from "../support/project";
import { useLocalIvsChat } from "../support/service";
import { describeYaml } from "../support/yamlProject";
import { lobby, rooms } from "./languages/rooms";
import { run } from "./languages/run";

const service = useLocalIvsChat({ state: { rooms } }, "file");
const archives = useArchives();
const server = useArchiveServer(archives);
const openProject = useProjects();

const automatic = { PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "" };

/** Creates a project with an empty plugin cache, and a YAML program that tracks a room. */
function projectWith(options: object = {}, env: Record<string, string> = {}): Promise<Project> {
  return openProject({
    files: {},
    runtime: "yaml",
    config: { "ivschat:region": "us-east-1" },
    settings: {
      resources: { lobby: { type: "ivschat:ExistingRoom", properties: { identifier: lobby }, options } },
      outputs: { limit: "${lobby.maximumMessageLength}" },
    },
    env,
  });
}

async function expectToReadTheRoom(project: Project): Promise<void> {
  const preview = await run(service, project, "pulumi preview");
  expect(preview).toMatchObject({ ok: true, requests: ["GetRoom"] });
  expect(preview.output).toMatch(/limit: 250/);
}

const download = `/v${version}/${archiveName()}`;
/** Returns the options of a resource whose plugin is downloaded from the server. In Pulumi YAML, `$$` stands for a dollar sign. */
const fromServer = () => ({ version, pluginDownloadURL: server.url.replace("$", "$$$$") });

describeYaml("a YAML program with an empty plugin cache", () => {
  test("cannot be previewed without a way to get the plugin", async () => {
    const project = await projectWith();
    const { ok, output } = await project.pulumi("preview");
    expect(ok).toBe(false);
    expect(output).toContain("ivschat");
    expect(server.requests).toEqual([]);
  });

  test("reads a room after `pulumi plugin install` from a server", async () => {
    const project = await projectWith();
    await project.expectOk("plugin", "install", "resource", "ivschat", version, "--server", server.url);
    expect(server.requests).toEqual([download]);
    await expectToReadTheRoom(project);
  });

  test("reads a room after `pulumi plugin install` from an archive", async () => {
    const project = await projectWith();
    const file = join(archives.folder, archiveName());
    await project.expectOk("plugin", "install", "resource", "ivschat", version, "--file", file);
    await expectToReadTheRoom(project);
    expect(server.requests).toEqual([]);
  });

  test("downloads the plugin during the preview, if a resource names the server", async () => {
    await expectToReadTheRoom(await projectWith(fromServer(), automatic));
    expect(server.requests).toEqual([download]);
  });

  test("reads a room after `pulumi install`, if a resource names the server", async () => {
    const project = await projectWith(fromServer());
    await project.expectOk("install");
    expect(server.requests).toEqual([download]);
    await expectToReadTheRoom(project);
  });
});

describeYaml("`pulumi package add` in a YAML project", () => {
  test("records the server, from which another machine downloads the plugin", async () => {
    const project = await projectWith({}, automatic);
    // The exit code is not checked, because older versions of the language host for YAML lack the command's last step.
    await project.pulumi("package", "add", `ivschat@${version}`, "--server", server.url);
    const record = await readFile(join(project.folder, "sdks", "ivschat", `ivschat-${version}.yaml`), "utf8");
    expect(record).toContain(`downloadUrl: ${server.url}\n`);
    await emptyPluginCache(project);
    await expectToReadTheRoom(project);
    expect(server.requests).toEqual([download, download]);
  });
});

async function emptyPluginCache({ engine }: Project): Promise<void> {
  const home = join(engine, "home");
  await rm(home, { recursive: true });
  await mkdir(home);
}
