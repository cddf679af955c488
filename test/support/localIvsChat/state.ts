import { createHash } from "node:crypto";

export interface Room {
  readonly arn: string;
  readonly id: string;
  name: string;
  readonly createTime: string;
  updateTime: string;
  maximumMessageLength: number;
  maximumMessageRatePerSecond: number;
  messageReviewHandler?: { uri?: string; fallbackResult?: string };
  tags: Map<string, string>;
  loggingConfigurationIdentifiers: string[];
}

export interface LoggingConfiguration {
  readonly arn: string;
  readonly id: string;
  name: string;
  readonly createTime: string;
  updateTime: string;
  destinationConfiguration: object;
  readonly state: string;
  tags: Map<string, string>;
}

/** The caller with an access key: the account, the secret, and the denied actions, such as `ivschat:ListRooms`. */
export interface Caller {
  readonly account: string;
  readonly secretAccessKey?: string;
  /** The session token of temporary credentials. */
  readonly sessionToken?: string;
  readonly deny?: readonly string[];
}

interface PlaceSeed {
  readonly arn?: string;
  readonly region?: string;
  readonly account?: string;
  readonly id?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

export type RoomSeed = PlaceSeed & Partial<Omit<Room, "tags" | "arn" | "id">>;
export type LoggingConfigurationSeed = PlaceSeed & Partial<Omit<LoggingConfiguration, "tags" | "arn" | "id">>;

/** The members that UpdateRoom can change. */
export type RoomChanges = Partial<Omit<Room, "tags" | "arn" | "id" | "createTime" | "updateTime">> & {
  readonly tags?: Readonly<Record<string, string>>;
};

/** The contents of a state file. All members are optional. */
export interface StateSeed {
  /** Callers by access key. If one of them has a secret, every signature is verified, and other access keys are rejected. */
  readonly callers?: Readonly<Record<string, Caller>>;
  readonly rooms?: readonly RoomSeed[];
  readonly loggingConfigurations?: readonly LoggingConfigurationSeed[];
}

/** The items of one type, in all accounts and regions. */
export class Collection<T extends { readonly arn: string; updateTime: string }> {
  private readonly byArn = new Map<string, T>();
  private readonly sorted = new Map<string, T[]>();

  get(arn: string): T | undefined {
    return this.byArn.get(arn);
  }

  all(): T[] {
    return [...this.byArn.values()];
  }

  put(item: T): T {
    this.byArn.set(item.arn, item);
    this.sorted.delete(placeOf(item.arn));
    return item;
  }

  delete(arn: string): boolean {
    this.sorted.delete(placeOf(arn));
    return this.byArn.delete(arn);
  }

  /** Returns the items in an account and region, most recently updated first. Sorted once after each change, not for each page. */
  list(place: string): readonly T[] {
    let items = this.sorted.get(place);
    if (!items) {
      items = this.all()
        .filter(({ arn }) => placeOf(arn) === place)
        .sort(byUpdate);
      this.sorted.set(place, items);
    }
    return items;
  }
}

/** Compares by update time, most recent first, then by ARN. Page tokens depend on this order. */
export function byUpdate(
  a: { updateTime: string; arn: string },
  b: { updateTime: string; arn: string },
): number {
  const later = a.updateTime === b.updateTime ? 0 : Date.parse(b.updateTime) - Date.parse(a.updateTime);
  if (later !== 0) return later;
  return a.arn < b.arn ? -1 : a.arn > b.arn ? 1 : 0;
}

/** Returns the region and account of an ARN. */
export const placeOf = (arn: string): string => arn.split(":").slice(3, 5).join(":");

export class State {
  readonly callers: Map<string, Caller>;
  readonly rooms = new Collection<Room>();
  readonly loggingConfigurations = new Collection<LoggingConfiguration>();
  private made = 0;
  private lastTime = 0;

  constructor({ callers = {}, rooms = [], loggingConfigurations = [] }: StateSeed) {
    this.callers = new Map(Object.entries(callers));
    for (const seed of loggingConfigurations) this.putLoggingConfiguration(seed);
    for (const seed of rooms) this.putRoom(seed);
  }

  putRoom(seed: RoomSeed): Room {
    const now = seed.createTime ?? seed.updateTime ?? this.now();
    return this.rooms.put({
      ...this.place(seed, "room"),
      name: seed.name ?? "",
      createTime: now,
      updateTime: seed.updateTime ?? now,
      maximumMessageLength: seed.maximumMessageLength ?? 500,
      maximumMessageRatePerSecond: seed.maximumMessageRatePerSecond ?? 10,
      ...(seed.messageReviewHandler === undefined
        ? {}
        : { messageReviewHandler: reviewHandler(seed.messageReviewHandler) }),
      tags: new Map(Object.entries(seed.tags ?? {})),
      loggingConfigurationIdentifiers: [...(seed.loggingConfigurationIdentifiers ?? [])],
    });
  }

  putLoggingConfiguration(seed: LoggingConfigurationSeed): LoggingConfiguration {
    const now = seed.createTime ?? this.now();
    return this.loggingConfigurations.put({
      ...this.place(seed, "logging-configuration"),
      name: seed.name ?? "",
      createTime: now,
      updateTime: seed.updateTime ?? now,
      destinationConfiguration: seed.destinationConfiguration ?? { s3: { bucketName: "chat-logs" } },
      state: seed.state ?? "ACTIVE",
      tags: new Map(Object.entries(seed.tags ?? {})),
    });
  }

  /** Returns a time that is later than all previous times, even within the same millisecond. */
  now(): string {
    this.lastTime = Math.max(Date.now(), this.lastTime + 1);
    return new Date(this.lastTime).toISOString();
  }

  private place({ arn, region = "us-east-1", account = defaultAccount, id }: PlaceSeed, type: string) {
    if (arn !== undefined) return { arn, id: arn.split("/").at(-1) ?? "" };
    const made = id ?? nextId(`${type} ${++this.made}`);
    return { arn: `arn:aws:ivschat:${region}:${account}:${type}/${made}`, id: made };
  }
}

/** Returns the review handler to store. The default for `fallbackResult` is `ALLOW`. */
export const reviewHandler = (handler: NonNullable<Room["messageReviewHandler"]>) => ({
  uri: "",
  fallbackResult: "ALLOW",
  ...handler,
});

export const defaultAccount = "123456789012";

// Deterministic, so that a state file without IDs results in the same rooms every time.
function nextId(seed: string): string {
  return createHash("sha256")
    .update(seed)
    .digest("base64")
    .replace(/[^a-zA-Z0-9]/g, "")
    .slice(0, 12);
}
