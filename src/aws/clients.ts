import type { IvschatClient } from "@aws-sdk/client-ivschat";
import { Caller } from "./credentials/caller";
import { ivschat } from "./packages";
import { ConnectionProblem } from "./problem";
import { namedProfile } from "./profiles";
import { checkedRegion, defaultRegion } from "./region";
import type { ConnectionSettings } from "./settings";
import { Transport, type TimeLimits } from "./http/transport";

/** One way to one region's service: a client that is made once, whoever asks. */
export interface ServiceClient {
  readonly region: string;
  /** Equal for connections to the same service with the same settings. Holds keys: never printed. */
  readonly key: string;
  /** What shares a quota: the region, and the endpoint if one is given. */
  readonly quotaScope: string;
  /** How often a request may be sent, where the settings say. */
  readonly maximumAttempts: number | undefined;
  /** The profile whose credentials are used, where one is named. */
  readonly profile: string | undefined;
  /** The endpoint, where it is not the service's own, as messages show it. */
  readonly endpoint: string | undefined;
  /** The client, once its credentials are there. Throws a ConnectionProblem. */
  sdkClient(): Promise<IvschatClient>;
  /** Throws a ConnectionProblem where the account is not one that the settings allow. Without an account: that of whoever asks. */
  checkAccount(accountId?: string): Promise<void>;
}

/** The connections of one run: each client, and the credentials behind it, is made once. */
export class ServiceClients {
  private readonly clients = new Map<string, ServiceClient>();
  private readonly identities = new Map<string, Caller>();
  private readonly transports = new Map<string, Transport>();

  constructor(
    private readonly limits: TimeLimits,
    private readonly warn: (line: string) => void = () => undefined,
  ) {}

  /** The connection with these settings to a region: the ARN's where one is read, else the settings' or the environment's. */
  async for(settings: ConnectionSettings, arnRegion?: string): Promise<ServiceClient> {
    const region =
      arnRegion === undefined
        ? checkedRegion(await defaultRegion(settings), "settings")
        : checkedRegion(arnRegion, "arn");
    const key = JSON.stringify([settings, region]);
    const existing = this.clients.get(key);
    if (existing) return existing;
    const connection = this.connect(settings, region, key);
    this.clients.set(key, connection);
    return connection;
  }

  private connect(settings: ConnectionSettings, region: string, key: string): ServiceClient {
    const identity = () => this.identityOf(settings);
    let client: IvschatClient | undefined;
    const endpoint =
      settings.ivschatEndpoint ?? process.env.AWS_ENDPOINT_URL_IVSCHAT ?? process.env.AWS_ENDPOINT_URL;
    return {
      region,
      key,
      endpoint: endpoint === undefined ? undefined : shown(endpoint),
      quotaScope: `${region} ${endpoint ?? ""}`,
      profile: namedProfile(settings),
      maximumAttempts: settings.maxRetries === undefined ? undefined : settings.maxRetries + 1,
      sdkClient: async () => {
        await identity().credentials();
        client ??= this.makeClient(settings, region, identity());
        return client;
      },
      checkAccount: (accountId) => checkAccount(settings, accountId, identity),
    };
  }

  private makeClient(settings: ConnectionSettings, region: string, identity: Caller): IvschatClient {
    const { IvschatClient: Client } = ivschat();
    const { ivschatEndpoint, useFipsEndpoint, useDualstackEndpoint } = settings;
    return new Client({
      region,
      credentials: identity.credentials,
      requestHandler: this.transportOf(settings),
      // Attempts are counted where the quota is: each one takes its turn.
      maxAttempts: 1,
      ...(ivschatEndpoint === undefined ? {} : { endpoint: ivschatEndpoint }),
      ...(useFipsEndpoint === undefined ? {} : { useFipsEndpoint }),
      ...(useDualstackEndpoint === undefined ? {} : { useDualstackEndpoint }),
    });
  }

  // The region of a room makes no difference to who asks.
  private identityOf(settings: ConnectionSettings): Caller {
    const key = JSON.stringify({ ...settings, ivschatEndpoint: undefined });
    const limitMs = Math.min(longestForCredentials, this.limits.readMs);
    const identity = this.identities.get(key) ?? new Caller(settings, this.transportOf(settings), limitMs);
    this.identities.set(key, identity);
    return identity;
  }

  private transportOf(settings: ConnectionSettings): Transport {
    const { httpProxy, httpsProxy, noProxy, customCaBundle, insecure } = settings;
    const key = JSON.stringify([httpProxy, httpsProxy, noProxy, customCaBundle, insecure]);
    const transport = this.transports.get(key) ?? new Transport(settings, this.limits, this.warn);
    this.transports.set(key, transport);
    return transport;
  }
}

const longestForCredentials = 25_000;

// For messages: without a user name and a password.
function shown(endpoint: string): string {
  if (!URL.canParse(endpoint)) return "the endpoint";
  const { protocol, host, pathname } = new URL(endpoint);
  return `${protocol}//${host}${pathname === "/" ? "" : pathname}`;
}

async function checkAccount(
  settings: ConnectionSettings,
  known: string | undefined,
  identity: () => Caller,
): Promise<void> {
  const { allowedAccountIds, forbiddenAccountIds } = settings;
  if (!allowedAccountIds && !forbiddenAccountIds) return;
  const accountId = known ?? (await identity().accountId());
  if (forbiddenAccountIds?.includes(accountId)) {
    throw new ConnectionProblem("account", `account ${accountId} is one of forbiddenAccountIds`);
  }
  if (allowedAccountIds && !allowedAccountIds.includes(accountId)) {
    throw new ConnectionProblem(
      "account",
      `account ${accountId} is not one of allowedAccountIds (${allowedAccountIds.join(", ")})`,
    );
  }
}
