import { fstatSync } from "node:fs";
import { engineLog } from "./engine";
import { Provider } from "./provider";
import { serve } from "./server";
import { version } from "./version";

// The engine starts this file with its address, reads the port from the first line, and ends it with its own end.

// What the SDK and Node.js warn of concerns nobody who writes a Pulumi program.
process.removeAllListeners("warning");
// Ctrl-C in a terminal reaches the whole process group; the engine says when to end.
process.on("SIGINT", () => undefined);
endWithTheEngine();

const report = engineLog(process.argv.slice(2).find((argument) => /^[\w.[\]:-]+:\d+$/.test(argument)));
void serve(new Provider(version, report)).then(({ port }) => {
  console.log(port);
});

// An engine that is killed ends nothing; its end of standard input closes then.
function endWithTheEngine(): void {
  if (!fstatSync(0).isFIFO() && !fstatSync(0).isSocket()) return;
  process.stdin
    .on("end", () => process.exit())
    .on("error", () => process.exit())
    .resume();
}
