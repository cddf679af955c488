import type { IncomingHttpHeaders } from "node:http";
import { accessDenied, notFound, ServiceError } from "./errors";
import { scopeOf, verifySignature, type Secret, type SignedRequest } from "./signature";
import { regions } from "./regions";
import { defaultAccount, type Caller, type State } from "./state";

/** An authenticated caller, and the region of the request. */
export interface Admitted {
  readonly accessKeyId: string;
  readonly region: string;
  readonly caller: Caller;
}

/** Authenticates the caller of a request by the signature. Throws the service's error if the signature is invalid. */
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

/** Throws if the caller is not allowed to perform the action on the ARN or, without an ARN, on its own rooms. */
export function authorize({ accessKeyId, region, caller }: Admitted, action: string, arn?: string): void {
  const { account, deny } = caller;
  const isStranger = arn !== undefined && accountOf(arn) !== account;
  if (!isStranger && !deny?.includes(action)) return;
  throw accessDenied(account, accessKeyId, action, arn ?? `arn:aws:ivschat:${region}:${account}:room/*`);
}

/** Throws if the ARN is in a different region than the request, because each region knows only its own rooms. */
export function checkRegion({ region }: Admitted, arn: string | undefined): void {
  if (arn !== undefined && arn.split(":")[3] !== region) throw notFound(arn);
}

/** Whether the endpoint that the request was signed for exists. */
export function isServed(headers: IncomingHttpHeaders): boolean {
  const region = scopeOf(headers)?.region;
  return region === undefined || regions.includes(region);
}

/** Throws if the Host header is not the loopback interface. Prevents DNS rebinding attacks from a web page. */
export function checkHost({ host = "" }: IncomingHttpHeaders): void {
  if (/^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i.test(host)) return;
  throw new ServiceError(421, "MisdirectedRequestException", {
    message: "This local IVS Chat answers on loopback addresses only",
  });
}

const accountOf = (arn: string) => arn.split(":")[4];
