import type { IvschatClient } from "@aws-sdk/client-ivschat";
import { Caller } from "./credentials/caller";
import { withoutRoles } from "./credentials/withoutRoles";
import { ivschat } from "./packages";
import { ConnectionProblem } from "./problem";
import { namedProfile } from "./profiles";
import { regionFor } from "./region";
import type { ConnectionSettings } from "./settings";
import { Transport, type TimeLimits } from "./http/transport";

/** A client for one region and one set of settings. All reads of a run share it. */
export interface ServiceClient {
  readonly region: string;
  /** Cache key of the settings and the region. Contains credentials: never print it. */
  readonly key: string;
  /** Identifies the region and endpoint. Clients with the same scope and account share a quota. */
  readonly quotaScope: string;
  /** Maximum number of attempts for a request. Undefined if `maxRetries` is not set. */
  readonly maximumAttempts: number | undefined;
  /** The configured profile, for error messages. */
  readonly profile: string | undefined;
  /** The custom endpoint without its password, for error messages. */
  readonly endpoint: string | undefined;
  /** Removes the configured roles from a message, because they may be secret. */
  withoutRoles(message: string): string;
  /** Resolves the credentials and returns the SDK's client. Throws a ConnectionProblem. */
  sdkClient(): Promise<IvschatClient>;
  /** Throws a ConnectionProblem if the settings do not allow the account. If `accountId` is undefined, checks the account of the caller. */
  checkAccount(accountId?: string): Promise<void>;
}

/** Creates and caches the clients and credentials of one run. */
export class ServiceClients {
  private readonly clients = new Map<string, ServiceClient>();
  private readonly callers = new Map<string, Caller>();
  private readonly transports = new Map<string, Transport>();

  constructor(
    private readonly limits: TimeLimits,
    private readonly warn: (line: string) => void = () => undefined,
  ) {}

  /** Returns the client for the ARN's region or, without an ARN, for the configured region. Throws a ConnectionProblem. */
  async for(settings: ConnectionSettings, arnRegion?: string): Promise<ServiceClient> {
    const region = await regionFor(settings, arnRegion);
    const key = JSON.stringify([settings, region]);
    const existing = this.clients.get(key);
    if (existing) return existing;
    const client = this.makeServiceClient(settings, region, key);
    this.clients.set(key, client);
    return client;
  }

  private makeServiceClient(settings: ConnectionSettings, region: string, key: string): ServiceClient {
    const caller = () => this.callerFor(settings);
    let client: IvschatClient | undefined;
    const endpoint =
      settings.ivschatEndpoint ?? process.env.AWS_ENDPOINT_URL_IVSCHAT ?? process.env.AWS_ENDPOINT_URL;
    return {
      region,
      key,
      endpoint: endpoint === undefined ? undefined : withoutPassword(endpoint),
      quotaScope: `${region} ${endpoint ?? ""}`,
      profile: namedProfile(settings),
      maximumAttempts: settings.maxRetries === undefined ? undefined : settings.maxRetries + 1,
      withoutRoles: (message) => withoutRoles(message, settings),
      sdkClient: async () => {
        await caller().credentials();
        client ??= this.makeSdkClient(settings, region, caller());
        return client;
      },
      checkAccount: (accountId) => checkAccount(settings, accountId, caller),
    };
  }

  private makeSdkClient(settings: ConnectionSettings, region: string, caller: Caller): IvschatClient {
    const { IvschatClient: Client } = ivschat();
    const { ivschatEndpoint, useFipsEndpoint, useDualstackEndpoint } = settings;
    return new Client({
      region,
      credentials: caller.credentials,
      requestHandler: this.transportFor(settings),
      // No retries by the SDK: reading/request.ts retries, so that each attempt waits for the rate limit.
      maxAttempts: 1,
      ...(ivschatEndpoint === undefined ? {} : { endpoint: ivschatEndpoint }),
      ...(useFipsEndpoint === undefined ? {} : { useFipsEndpoint }),
      ...(useDualstackEndpoint === undefined ? {} : { useDualstackEndpoint }),
    });
  }

  // The key contains neither the client's region nor the IVS Chat endpoint, because the same credentials work for every region and
  // endpoint. The key contains `settings.region`, because STS uses that region.
  private callerFor(settings: ConnectionSettings): Caller {
    const key = JSON.stringify({ ...settings, ivschatEndpoint: undefined });
    const limitMs = Math.min(longestCredentialsMs, this.limits.readMs);
    const caller = this.callers.get(key) ?? new Caller(settings, this.transportFor(settings), limitMs);
    this.callers.set(key, caller);
    return caller;
  }

  private transportFor(settings: ConnectionSettings): Transport {
    const { httpProxy, httpsProxy, noProxy, customCaBundle, insecure } = settings;
    const key = JSON.stringify([httpProxy, httpsProxy, noProxy, customCaBundle, insecure]);
    const transport = this.transports.get(key) ?? new Transport(settings, this.limits, this.warn);
    this.transports.set(key, transport);
    return transport;
  }
}

const longestCredentialsMs = 25_000;

function withoutPassword(endpoint: string): string {
  if (!URL.canParse(endpoint)) return "the endpoint";
  const { protocol, host, pathname } = new URL(endpoint);
  return `${protocol}//${host}${pathname === "/" ? "" : pathname}`;
}

async function checkAccount(
  settings: ConnectionSettings,
  knownAccountId: string | undefined,
  caller: () => Caller,
): Promise<void> {
  const { allowedAccountIds, forbiddenAccountIds } = settings;
  if (!allowedAccountIds && !forbiddenAccountIds) return;
  const accountId = knownAccountId ?? (await caller().accountId());
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
