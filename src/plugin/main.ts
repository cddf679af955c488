import { fstatSync } from "node:fs";
import { engineLog } from "./engine";
import { Provider } from "./provider";
import { serve } from "./server";
import { version } from "./version";

// The engine runs this file with the engine's address as an argument, and reads the port from the first line of standard output.

// Warnings of the AWS SDK and Node.js are of no use to authors of Pulumi programs.
process.removeAllListeners("warning");
// The engine sends this when it needs the plugin no longer, and waits 5 seconds for its end. Ctrl-C in a terminal is not it: a plugin has a
// process group of its own, and the engine answers Ctrl-C with Cancel.
process.on("SIGINT", () => process.exit());
endWithTheEngine();

const report = engineLog(process.argv.slice(2).find((argument) => /^[\w.[\]:-]+:\d+$/.test(argument)));
void serve(new Provider(version, report)).then(({ port }) => {
  console.log(port);
});

// A killed engine cannot stop the plugin, but the pipe to the plugin's standard input closes.
function endWithTheEngine(): void {
  if (!fstatSync(0).isFIFO() && !fstatSync(0).isSocket()) return;
  process.stdin
    .on("end", () => process.exit())
    .on("error", () => process.exit())
    .resume();
}
