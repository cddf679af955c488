import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { version } from "../../package.json";
import { startedBefore } from "./hooks";

const script = resolve(__dirname, "../../scripts/archives.mjs");

/** Builds the plugin's archives into a temporary folder, which is removed after the tests of the file. */
export function useArchives(): { readonly folder: string } {
  return startedBefore(
    "file",
    () => {
      const folder = mkdtempSync(join(tmpdir(), "ivschat-archives-"));
      const { status, stderr } = spawnSync(process.execPath, [script, folder], { encoding: "utf8" });
      if (status !== 0) throw new Error(`the archives cannot be built: ${stderr}`);
      return Promise.resolve({ folder });
    },
    ({ folder }) => {
      rmSync(folder, { recursive: true });
    },
  );
}

/** Returns the name of an archive, by default the one for this machine. */
export function archiveName(
  os: string = process.platform,
  arch: string = process.arch === "x64" ? "amd64" : process.arch,
): string {
  return `pulumi-resource-ivschat-v${version}-${os}-${arch}.tar.gz`;
}

export interface ArchiveServer {
  /** The address for `--server`, in which Pulumi replaces VERSION. */
  readonly url: string;
  /** The paths that were requested. */
  readonly requests: string[];
  close(): void;
}

/** Starts an HTTP server for each test, with the archives under `/vVERSION/`. */
export function useArchiveServer(archives: { readonly folder: string }): ArchiveServer {
  const start = async (): Promise<ArchiveServer> => {
    const requests: string[] = [];
    const server = createServer((request, response) => {
      const path = request.url ?? "";
      requests.push(path);
      const file = path.startsWith(`/v${version}/`) ? join(archives.folder, basename(path)) : "";
      readFile(file).then(
        (bytes) => response.end(bytes),
        () => response.writeHead(404).end(),
      );
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address() as AddressInfo;
    const close = () => {
      server.closeAllConnections();
      server.close();
    };
    return { url: `http://127.0.0.1:${port}/v\${VERSION}`, requests, close };
  };
  return startedBefore("test", start, (server) => {
    server.close();
  });
}
