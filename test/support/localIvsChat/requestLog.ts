import { appendFileSync } from "node:fs";

/** A request in the log. */
export interface RequestEntry {
  readonly time: string;
  readonly operation: string;
  readonly status: number;
  readonly identifier?: string;
  readonly region?: string;
  readonly accessKeyId?: string;
}

export class RequestLog {
  readonly entries: RequestEntry[] = [];

  constructor(private readonly file: string | undefined) {}

  add(entry: RequestEntry): void {
    this.entries.push(entry);
    if (this.file === undefined) return;
    const { time, operation, status, identifier } = entry;
    appendFileSync(this.file, `${JSON.stringify({ time, operation, status, identifier })}\n`);
  }
}
