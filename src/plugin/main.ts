import { fstatSync } from "node:fs";
import { engineLog } from "./engine";
import { Provider } from "./provider";
import { serve } from "./server";
import { version } from "./version";

// The engine starts this file with its own address as an argument, and reads the plugin's port from the first line of standard output.

// Hides warnings of the AWS SDK and Node.js, because a program's author can do nothing about them.
process.removeAllListeners("warning");
// The engine sends SIGINT when it no longer needs the plugin, and kills it after 5 seconds. Ctrl-C in a terminal does not reach the plugin,
// which has its own process group: the engine calls Cancel instead.
process.on("SIGINT", () => process.exit());
endWithTheEngine();

const report = engineLog(process.argv.slice(2).find((argument) => /^[\w.[\]:-]+:\d+$/.test(argument)));
void serve(new Provider(version, report)).then(({ port }) => {
  console.log(port);
});

// An engine that is killed cannot send SIGINT, but the pipe to the plugin's standard input closes.
function endWithTheEngine(): void {
  if (!fstatSync(0).isFIFO() && !fstatSync(0).isSocket()) return;
  process.stdin
    .on("end", () => process.exit())
    .on("error", () => process.exit())
    .resume();
}
