import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { lobby } from "../faults/answers";
import { useFaultServers } from "../support/faultServer";
import { useProjects } from "../support/project";

const startFaultServer = useFaultServers();
const createProject = useProjects();

test("pulumi preview shows a progress line while the service does not respond, and a second Ctrl-C ends all processes", async () => {
  const sockets: Socket[] = [];
  const server = await startFaultServer([({ socket }) => void sockets.push(socket)]);
  const project = await createProject({
    files: {
      "index.ts": `import { ExistingRoom } from "pulumi-ivschat"; new ExistingRoom("lobby", { identifier: "${lobby}" });`,
    },
    env: { AWS_ENDPOINT_URL_IVSCHAT: server.endpoint },
  });
  const { child, ended } = project.start(["preview"]);
  while (sockets.length === 0) await sleep(50);
  // Waits long enough for a progress line.
  await sleep(2500);
  child.kill("SIGINT");
  await sleep(1000);
  child.kill("SIGINT");
  const { output } = await ended;
  expect(output).toContain("Reading IVS Chat rooms: waiting for the answer to GetRoom, attempt 1 of 3");
  expect(output).toContain("^C received; terminating");
  // Only the provider's process had a connection, and it made one attempt of three.
  while (sockets.some((socket) => !socket.destroyed)) await sleep(50);
  expect(sockets).toHaveLength(1);
}, 30_000);
