import type { LocalIvsChat } from "../../test/support/localIvsChat";
import type { EngineRun } from "../../test/support/engine";

/** Shows the steps of the demo: what each is, the engine's own output, and what it cost in requests. */
export class Steps {
  private count = 0;

  constructor(private readonly service: LocalIvsChat) {}

  /** Runs one step and frames it. `isRight` says whether what happened is what should. */
  async show(
    title: string,
    run: () => Promise<EngineRun | undefined>,
    isRight: (run: EngineRun) => boolean = ({ ok }) => ok,
  ): Promise<void> {
    process.stdout.write(`\n── ${++this.count}. ${title}\n`);
    this.service.clearRequests();
    const begun = performance.now();
    const result = await run();
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    if (result) process.stdout.write(`\n${textOf(result)}\n`);
    process.stdout.write(`   ${this.requests()}; ${seconds} s\n`);
    if (result && !isRight(result)) throw new Error(`step ${this.count} (${title}) did not go as it should`);
  }

  private requests(): string {
    const counts = new Map<string, number>();
    for (const { operation } of this.service.requests)
      counts.set(operation, (counts.get(operation) ?? 0) + 1);
    const list = [...counts].map(([operation, count]) => `${count} ${operation}`);
    return list.length === 0 ? "no request" : `requests: ${list.join(", ")}`;
  }
}

function textOf({ output, errorOutput }: EngineRun): string {
  return `${output}${errorOutput}`
    .replace(/\n{3,}/g, "\n\n")
    .trim()
    .split("\n")
    .map((line) => `   ${line}`.trimEnd())
    .join("\n");
}
