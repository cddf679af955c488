import { performance } from "node:perf_hooks";
import type { Clock } from "../../../src/reading/pace";
import { QuotaBucket } from "../quotaBucket";

/** The published quotas, in requests per second for each operation, account, and region. */
const published: Record<string, number> = {
  GetRoom: 5,
  ListRooms: 5,
  CreateRoom: 5,
  UpdateRoom: 5,
  DeleteRoom: 5,
  ListTagsForResource: 10,
  TagResource: 10,
  UntagResource: 10,
};
const publishedForLogging = 3;

/** Throttles requests like the service. */
export class Quota {
  private readonly buckets = new Map<string, QuotaBucket>();
  private readonly requestsPerSecond: number | undefined;
  private readonly clock: Clock;

  constructor({
    requestsPerSecond,
    seconds = () => performance.now() / 1000,
  }: {
    readonly requestsPerSecond?: number;
    readonly seconds?: () => number;
  }) {
    this.requestsPerSecond = requestsPerSecond;
    this.clock = { now: seconds, after: () => undefined };
  }

  rateOf(operation: string): number {
    return this.requestsPerSecond ?? published[operation] ?? publishedForLogging;
  }

  take(operation: string, place: string): boolean {
    const key = `${operation} ${place}`;
    const bucket = this.buckets.get(key) ?? new QuotaBucket(this.rateOf(operation), this.clock);
    this.buckets.set(key, bucket);
    return bucket.take();
  }
}
