import { resolveCredentials, type Credentials, type ResolveContext } from "./resolve";
import { sts } from "../packages";
import { ConnectionProblem } from "../problem";
import { namedProfile } from "../profiles";
import { checkedRegion, configuredRegion } from "../region";
import type { ConnectionSettings } from "../settings";
import type { Transport } from "../http/transport";
import { withoutRoles } from "./withoutRoles";

/**
 * Resolves the credentials for a set of settings, and their account. Caches credentials until five minutes before they expire, or for half
 * of their lifetime if that is longer.
 */
export class Caller {
  private cached: Promise<CachedCredentials> | undefined;
  private accountOnce: Promise<string> | undefined;

  constructor(
    private readonly settings: ConnectionSettings,
    private readonly transport: Transport,
    private readonly limitMs: number,
  ) {}

  /** Returns the credentials for signing requests. Also caches failures, because each failed attempt can take as long as the time limit. */
  credentials = async (): Promise<Credentials> => {
    const cached = (this.cached ??= this.resolve());
    const { credentials, refreshAt } = await cached;
    if (Date.now() < refreshAt) return credentials;
    // Concurrent callers share one refresh: only the first of them finds the outdated promise.
    if (this.cached === cached) this.cached = this.resolve();
    return (await this.cached).credentials;
  };

  private async resolve(): Promise<CachedCredentials> {
    const credentials = await this.withTimeLimit("getting the credentials", resolveCredentials);
    const now = Date.now();
    const lifetime = credentials.expiration ? credentials.expiration.getTime() - now : Infinity;
    return { credentials, refreshAt: now + Math.max(lifetime - expiryMargin, lifetime / 2) };
  }

  accountId(): Promise<string> {
    this.accountOnce ??= this.requestAccountId();
    return this.accountOnce;
  }

  private async requestAccountId(): Promise<string> {
    const { accountId } = await this.credentials();
    if (accountId !== undefined) return accountId;
    const { STSClient, GetCallerIdentityCommand } = sts();
    return this.withTimeLimit("getting the account of the credentials", async (context) => {
      const client = new STSClient({ ...context.sts(), credentials: this.credentials });
      const { Account } = await client.send(new GetCallerIdentityCommand({}));
      if (!Account || !/^\d{1,20}$/.test(Account)) throw new Error("the answer of STS has no account");
      return Account;
    });
  }

  // Aborts requests and processes at the time limit, because they would keep the program running.
  private async withTimeLimit<T>(action: string, run: (context: ResolveContext) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        controller.abort();
        // Lets the aborted operation reject first, because the operation's error is more specific.
        setImmediate(reject, new Error("timed out"));
      }, this.limitMs);
    });
    try {
      return await Promise.race([this.context(controller.signal).then(run), timeout]);
    } catch (cause) {
      const timedOut = controller.signal.aborted
        ? `${action} took longer than ${this.limitMs / 1000} s`
        : undefined;
      if (cause instanceof ConnectionProblem) {
        const message = withoutRoles(cause.message, this.settings);
        throw new ConnectionProblem(cause.kind, timedOut ? `${timedOut}: ${message}` : message, { cause });
      }
      const message = timedOut ?? withoutRoles(explain(cause as Error, this.settings), this.settings);
      throw new ConnectionProblem("credentials", message, { cause });
    } finally {
      clearTimeout(timer);
    }
  }

  private async context(signal: AbortSignal): Promise<ResolveContext> {
    const { settings } = this;
    // Never use the ARN's region here: an untrusted ARN must not control where credentials are sent.
    const defaultRegion = (await configuredRegion(settings)) ?? fallbackRegion;
    const { stsEndpoint, ssoEndpoint, useFipsEndpoint, useDualstackEndpoint } = settings;
    const shared = {
      requestHandler: this.transport.until(signal),
      maxAttempts: 3,
      ...(useFipsEndpoint === undefined ? {} : { useFipsEndpoint }),
      ...(useDualstackEndpoint === undefined ? {} : { useDualstackEndpoint }),
    };
    return {
      settings,
      signal,
      sts: (region) => ({
        ...shared,
        region: checkedRegion(settings.stsRegion ?? region ?? defaultRegion, "settings"),
        ...(stsEndpoint === undefined ? {} : { endpoint: stsEndpoint }),
      }),
      sso: () => ({ ...shared, ...(ssoEndpoint === undefined ? {} : { endpoint: ssoEndpoint }) }),
    };
  }
}

interface CachedCredentials {
  readonly credentials: Credentials;
  /** The time in milliseconds after which the credentials are resolved again. */
  readonly refreshAt: number;
}

const expiryMargin = 5 * 60 * 1000;
const fallbackRegion = "us-east-1";

function explain(cause: Error, settings: ConnectionSettings): string {
  const profile = namedProfile(settings);
  const profileOption = profile === undefined ? "" : ` --profile ${profile}`;
  const message = cause.message
    .slice(0, longestMessage)
    .replace(/^(?:\w{0,40}Error: )?AWS SDK error wrapper for /, "");
  if (
    /sso session|session token|aws sso login|token is expired|expired token|token.*expired|credentials.*expired/i.test(
      message,
    )
  )
    return `${message} (sign in again, for example: aws sso login${profileOption})`;
  return message;
}

const longestMessage = 500;
