import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { startLocalIvsChat } from ".";
import { regions } from "./regions";

const usage = `Usage: npm run --silent local-ivschat -- --port PORT [--rooms FILE] [--latency MS] [--quota] [--log FILE]

  --port PORT     the port on 127.0.0.1; 0 takes a free one
  --rooms FILE    the rooms to begin with: JSON, {"rooms": [{"name": "lobby", "maximumMessageLength": 500}]}, and who may ask:
                  {"callers": {"AKIDTEST": {"account": "123456789012", "secretAccessKey": "test-secret"}}};
                  without the secret of a caller every well-formed signature is taken
  --region REGION the one region to stand for; without it all, and the signature of a request tells which is asked
  --latency MS    milliseconds that each answer takes
  --quota         refuse what is beyond the service's published rates
  --log FILE      write a line of JSON for each request
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
