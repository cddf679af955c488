/** One line of the table: what was measured, how it came out, and the goal that it has, where it has one. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly goal?: string;
  readonly met?: boolean;
}

/** How thorough a run of the benchmark is. */
export interface Effort {
  /** How often each measurement is made; its median counts. */
  readonly runs: number;
  /** Whether to leave the slow ones out. */
  readonly isQuick: boolean;
}

/** The middle one of several figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
  return (upper + lower) / 2;
}

/** The medians of several measurements, member by member. */
export function medians<T extends { [K in keyof T]: number }>(all: readonly T[]): T {
  const [first] = all;
  if (!first) throw new Error("nothing was measured");
  const keys = Object.keys(first) as (keyof T)[];
  return Object.fromEntries(keys.map((key) => [key, median(all.map((one) => one[key]))])) as T;
}

/** The table as text. A row that misses its goal says so. */
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
