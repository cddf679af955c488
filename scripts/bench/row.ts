/** A row of the table: what was measured, the result, and the goal, if there is one. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly goal?: string;
  readonly met?: boolean;
}

/** How many measurements a run of the benchmark makes. */
export interface Effort {
  /** The usual number of repetitions. The table shows the median. Short measurements are repeated more often, and slow ones less often. */
  readonly runs: number;
  /** Whether to skip slow measurements. */
  readonly isQuick: boolean;
}

/** Returns the median, or NaN if there are no figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
  return (upper + lower) / 2;
}

/** Returns the median of each member of several measurements. */
export function medians<T extends { [K in keyof T]: number }>(all: readonly T[]): T {
  const [first] = all;
  if (!first) throw new Error("nothing was measured");
  const keys = Object.keys(first) as (keyof T)[];
  return Object.fromEntries(keys.map((key) => [key, median(all.map((one) => one[key]))])) as T;
}

/** Returns the table as text. The last column shows whether a row meets its goal. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [
    ["what", "measured", "goal", ""],
    ...rows.map(({ what, measured, goal = "", met }) => [
      what,
      measured,
      goal,
      met === undefined ? "" : met ? "met" : "MISSED",
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  lines.splice(
    1,
    0,
    widths
      .map((width) => "-".repeat(width))
      .join("  ")
      .trimEnd(),
  );
  return lines.join("\n");
}
