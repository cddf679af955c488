import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { startLocalIvsChat } from ".";
import { regions } from "./regions";

const usage = `Usage: npm run --silent local-ivschat -- --port PORT [--rooms FILE] [--latency MS] [--quota] [--log FILE]

  --port PORT     the port on 127.0.0.1, or 0 for a free port
  --rooms FILE    a JSON file with the initial rooms: {"rooms": [{"name": "lobby", "maximumMessageLength": 500}]}
                  and, optionally, the callers:
                  {"callers": {"AKIDTEST": {"account": "123456789012", "secretAccessKey": "test-secret"}}}
                  If no caller has a secret, every well-formed signature is accepted.
  --region REGION the only region of the server; by default, the region in a request's signature is used
  --latency MS    the latency of each response in milliseconds
  --quota         throttle requests that exceed the service's published quotas
  --log FILE      a file to which each request is written as a line of JSON
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      rooms: { type: "string" },
      region: { type: "string" },
      latency: { type: "string" },
      quota: { type: "boolean" },
      log: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const service = await startLocalIvsChat({
    port: count("port", values.port ?? "0", 65535),
    latencyMs: count("latency", values.latency ?? "0", 600_000),
    quota: values.quota ?? false,
    callers: {},
    ...(values.region === undefined ? {} : { region: oneOf("region", values.region, regions) }),
    ...(values.rooms === undefined ? {} : { stateFile: path(values.rooms) }),
    ...(values.log === undefined ? {} : { logFile: path(values.log) }),
  });
  process.stdout.write(`IVS Chat is listening on ${service.endpoint}\n`);
  const stop = () => void service.close().then(() => process.exit(0));
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

function count(flag: string, value: string, most: number): number {
  const number = Number(value);
  if (value.trim() !== "" && Number.isInteger(number) && number >= 0 && number <= most) return number;
  throw new Error(`--${flag} ${JSON.stringify(value)} is not a whole number from 0 to ${most}`);
}

function oneOf(flag: string, value: string, all: readonly string[]): string {
  if (all.includes(value)) return value;
  throw new Error(`--${flag} ${JSON.stringify(value)} is not one of ${all.join(", ")}`);
}

/** Resolves a path relative to the folder in which npm was started. npm runs scripts in the package's folder. */
function path(given: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env;
  return script === "local-ivschat" && folder !== undefined ? resolve(folder, given) : resolve(given);
}

main().catch((error: unknown) => {
  process.stderr.write(`local-ivschat: ${(error as Error).message}\n`);
  process.exit(1);
});
