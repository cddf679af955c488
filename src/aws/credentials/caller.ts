import { resolveCredentials, type Credentials, type Way } from "./resolve";
import { sts } from "../packages";
import { ConnectionProblem } from "../problem";
import { namedProfile } from "../profiles";
import { checkedRegion, configuredRegion } from "../region";
import type { ConnectionSettings } from "../settings";
import type { Transport } from "../http/transport";

/** The caller: the credentials of one connection, cached until they expire, and the account that they belong to. */
export class Caller {
  private credentialsOnce: Promise<Credentials> | undefined;
  private accountOnce: Promise<string> | undefined;

  constructor(
    private readonly settings: ConnectionSettings,
    private readonly transport: Transport,
    private readonly limitMs: number,
  ) {}

  /** The credentials to sign with. A failure is remembered: asking again and again for what cannot be had takes time. */
  credentials = async (): Promise<Credentials> => {
    const known = await this.credentialsOnce;
    if (known?.expiration && known.expiration.getTime() - Date.now() < expiryMargin)
      this.credentialsOnce = undefined;
    this.credentialsOnce ??= this.within("credentials", resolveCredentials);
    return this.credentialsOnce;
  };

  /** The account of the caller, as STS answers it. */
  accountId(): Promise<string> {
    this.accountOnce ??= this.askAccount();
    return this.accountOnce;
  }

  private async askAccount(): Promise<string> {
    const known = (await this.credentials()).accountId;
    if (known !== undefined) return known;
    const { STSClient, GetCallerIdentityCommand } = sts();
    return this.within("account of the credentials", async (way) => {
      const client = new STSClient({ ...way.sts(), credentials: this.credentials });
      const { Account } = await client.send(new GetCallerIdentityCommand({}));
      if (!Account || !/^\d{1,20}$/.test(Account)) throw new Error("STS answered without an account");
      return Account;
    });
  }

  // At the limit all that is under way is ended, so that nothing keeps the process alive.
  private async within<T>(what: string, run: (way: Way) => Promise<T>): Promise<T> {
    const limit = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        limit.abort();
        // What was ended says more, where it says anything.
        setImmediate(reject, new Error("not ended"));
      }, this.limitMs);
    });
    try {
      return await Promise.race([this.way(limit.signal).then(run), late]);
    } catch (cause) {
      const tooLate = limit.signal.aborted ? `no ${what} within ${this.limitMs / 1000} s` : undefined;
      if (cause instanceof ConnectionProblem) {
        if (tooLate === undefined) throw cause;
        throw new ConnectionProblem(cause.kind, `${tooLate}: ${cause.message}`, { cause });
      }
      throw new ConnectionProblem("credentials", tooLate ?? explain(cause as Error, this.settings), {
        cause,
      });
    } finally {
      clearTimeout(timer);
    }
  }

  private async way(signal: AbortSignal): Promise<Way> {
    const { settings } = this;
    // Never that of the room: an ARN must not say where keys and tokens are sent.
    const home = (await configuredRegion(settings)) ?? defaultRegionOfSts;
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
        region: checkedRegion(settings.stsRegion ?? region ?? home, "settings"),
        ...(stsEndpoint === undefined ? {} : { endpoint: stsEndpoint }),
      }),
      sso: () => ({ ...shared, ...(ssoEndpoint === undefined ? {} : { endpoint: ssoEndpoint }) }),
    };
  }
}

const expiryMargin = 5 * 60 * 1000;
const defaultRegionOfSts = "us-east-1";

function explain(cause: Error, settings: ConnectionSettings): string {
  const profile = namedProfile(settings);
  const named = profile === undefined ? "" : ` --profile ${profile}`;
  const message = cause.message
    .slice(0, longestMessage)
    .replace(/^(?:\w{0,40}Error: )?AWS SDK error wrapper for /, "");
  if (
    /sso session|session token|aws sso login|token is expired|expired token|token.*expired|credentials.*expired/i.test(
      message,
    )
  )
    return `${message} (sign in again, for instance: aws sso login${named})`;
  return message;
}

const longestMessage = 500;
