import type { IncomingHttpHeaders } from "node:http";
import { accessDenied, notFound, ServiceError } from "./errors";
import { scopeOf, verifySignature, type Secret, type SignedRequest } from "./signature";
import { regions } from "./regions";
import { defaultAccount, type Caller, type State } from "./state";

/** Who is let in: the caller behind a signature, and the region that is asked. */
export interface Admitted {
  readonly accessKeyId: string;
  readonly region: string;
  readonly caller: Caller;
}

/** Finds out who asks, by the signature. Throws the service's error for a wrong one. */
export async function admit(
  { callers }: State,
  request: SignedRequest,
  region: string | undefined,
): Promise<Admitted> {
  const isVerified = [...callers.values()].some(({ secretAccessKey }) => secretAccessKey !== undefined);
  const secretOf = (accessKeyId: string): Secret | undefined => {
    const { secretAccessKey, sessionToken } = callers.get(accessKeyId) ?? {};
    if (secretAccessKey === undefined) return undefined;
    return { secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
  };
  const scope = await verifySignature(request, {
    service: "ivschat",
    region,
    ...(isVerified ? { secretOf } : {}),
  });
  const { accessKeyId } = scope;
  return {
    accessKeyId,
    region: scope.region,
    caller: callers.get(accessKeyId) ?? { account: defaultAccount },
  };
}

/** Throws unless the caller may do this to what the ARN names, or to its own rooms where there is none. */
export function authorize({ accessKeyId, region, caller }: Admitted, action: string, arn?: string): void {
  const { account, deny } = caller;
  const isStranger = arn !== undefined && accountOf(arn) !== account;
  if (!isStranger && !deny?.includes(action)) return;
  throw accessDenied(account, accessKeyId, action, arn ?? `arn:aws:ivschat:${region}:${account}:room/*`);
}

/** Throws where an ARN is of another region than the one that is asked: each knows its own rooms only. */
export function checkRegion({ region }: Admitted, arn: string | undefined): void {
  if (arn !== undefined && arn.split(":")[3] !== region) throw notFound(arn);
}

/** Whether the endpoint that the request was signed for exists. */
export function isServed(headers: IncomingHttpHeaders): boolean {
  const region = scopeOf(headers)?.region;
  return region === undefined || regions.includes(region);
}

/** Throws for a name that is not this machine's own: a page in a browser could have it lead here. */
export function checkHost({ host = "" }: IncomingHttpHeaders): void {
  if (/^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i.test(host)) return;
  throw new ServiceError(421, "MisdirectedRequestException", {
    message: "This local IVS Chat answers on loopback addresses only",
  });
}

const accountOf = (arn: string) => arn.split(":")[4];
