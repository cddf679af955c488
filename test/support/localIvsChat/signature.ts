import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { SignatureV4 } from "@smithy/signature-v4";
import { badSignature, incompleteSignature, unknownKey, unsigned } from "./errors";

export interface SignedRequest {
  readonly method: string;
  /** The path and the query, as sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

/** The secret of an access key. */
export interface Secret {
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The scope of a signature, from the Authorization header. */
export interface Scope {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

export interface Expected {
  readonly service: string;
  /** The region of the endpoint. If undefined, all regions are accepted. */
  readonly region?: string | undefined;
  /** Returns the secret of an access key, or undefined for an unknown key. Without this function, every well-formed signature is accepted. */
  readonly secretOf?: ((accessKeyId: string) => Secret | undefined) | undefined;
}

/** Verifies the Signature Version 4 of a request. Throws the same errors as AWS. */
export async function verifySignature(request: SignedRequest, expected: Expected): Promise<Scope> {
  const { authorization } = request.headers;
  if (authorization === undefined) throw unsigned();
  const [, accessKeyId = "", day = "", region = "", service = "", names = "", signature = ""] =
    form.exec(authorization) ?? [];
  if (signature === "") throw incompleteSignature("Authorization header is not a Signature Version 4");
  const signedHeaders = names.split(";");
  if (!signedHeaders.includes("host")) throw incompleteSignature("'Host' must be a 'SignedHeader'");
  if (service !== expected.service)
    throw badSignature(`Credential should be scoped to correct service: '${expected.service}'.`);
  if (expected.region !== undefined && region !== expected.region)
    throw badSignature(`Credential should be scoped to a valid region, not '${region}'.`);
  const date = checkDate(request.headers["x-amz-date"], day);
  if (expected.secretOf) {
    const secret = expected.secretOf(accessKeyId);
    const { "x-amz-security-token": token } = request.headers;
    if (!secret || secret.sessionToken !== token) throw unknownKey();
    const right = await sign(request, signedHeaders, date, region, service, { accessKeyId, ...secret });
    if (!isSame(signature, right)) throw badSignature(mismatch);
  }
  return { accessKeyId, region, service };
}

/** Parses the scope of a signature without verifying the signature. Returns undefined if there is none. */
export function scopeOf({ authorization = "" }: IncomingHttpHeaders): Scope | undefined {
  const [, accessKeyId, , region, service] = form.exec(authorization) ?? [];
  if (accessKeyId === undefined || region === undefined || service === undefined) return undefined;
  return { accessKeyId, region, service };
}

const form =
  /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/(\d{8})\/([^/,\s]+)\/([^/,\s]+)\/aws4_request, ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})$/;

const mismatch =
  "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.";

const tolerance = 5 * 60 * 1000;

function checkDate(header: string | string[] | undefined, day: string): Date {
  const [text, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(String(header)) ?? [];
  if (text === undefined) throw incompleteSignature("Authorization header requires a 'X-Amz-Date' header");
  const [year = 0, month = 1, ...rest] = parts.map(Number);
  const date = new Date(Date.UTC(year, month - 1, ...rest));
  if (!text.startsWith(day))
    throw badSignature("Date in Credential scope does not match the date of the request.");
  if (date.getTime() < Date.now() - tolerance) throw badSignature(`Signature expired: ${text}`);
  if (date.getTime() > Date.now() + tolerance) throw badSignature(`Signature not yet current: ${text}`);
  return date;
}

/** Signs the request with the SDK's signer. */
async function sign(
  { method, url, headers, body }: SignedRequest,
  signedHeaders: readonly string[],
  signingDate: Date,
  region: string,
  service: string,
  credentials: Secret & { readonly accessKeyId: string },
): Promise<string> {
  const { pathname, search } = splitUrl(url);
  const query: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(search)) (query[name] ??= []).push(value);
  const { "x-amz-content-sha256": hash } = headers;
  if (hash !== undefined && hash !== createHash("sha256").update(body).digest("hex"))
    throw badSignature("The 'x-amz-content-sha256' header does not match what was computed.");
  const signer = new SignatureV4({ credentials, region, service, sha256: Sha256, applyChecksum: false });
  const signed = await signer.sign(
    {
      method,
      protocol: "http:",
      hostname: "",
      path: pathname,
      query,
      headers: Object.fromEntries(signedHeaders.map((name) => [name, String(headers[name])])),
      body,
    },
    { signingDate, signableHeaders: new Set(signedHeaders) },
  );
  return /[0-9a-f]{64}$/.exec(signed.headers.authorization ?? "")?.[0] ?? "";
}

function splitUrl(url: string): { pathname: string; search: string } {
  const start = url.indexOf("?");
  return start < 0
    ? { pathname: url, search: "" }
    : { pathname: url.slice(0, start), search: url.slice(start) };
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

/** SHA-256, with the interface that the signer expects. */
class Sha256 {
  private hash;

  constructor(private readonly secret?: SourceData) {
    this.hash = this.fresh();
  }

  update(chunk: Uint8Array): void {
    this.hash.update(chunk);
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.hash.digest());
  }

  reset(): void {
    this.hash = this.fresh();
  }

  private fresh() {
    return this.secret === undefined
      ? createHash("sha256")
      : createHmac("sha256", Buffer.from(this.secret as Uint8Array));
  }
}

type SourceData = string | ArrayBuffer | ArrayBufferView;
