import { performance } from "node:perf_hooks";
import { QuotaBucket } from "../quotaBucket";

const clock = { now: () => performance.now() / 1000, after: () => undefined };

/** The published rates: requests a second for each operation, account and region. */
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

/** Lets requests through as the service does, or refuses them. */
export class Quota {
  private readonly buckets = new Map<string, QuotaBucket>();

  constructor(private readonly requestsPerSecond: number | undefined) {}

  rateOf(operation: string): number {
    return this.requestsPerSecond ?? published[operation] ?? publishedForLogging;
  }

  take(operation: string, place: string): boolean {
    const key = `${operation} ${place}`;
    const bucket = this.buckets.get(key) ?? new QuotaBucket(this.rateOf(operation), clock);
    this.buckets.set(key, bucket);
    return bucket.take();
  }
}
