import type { ServerResponse } from "node:http";
import type { Secret } from "./localIvsChat/signature";

/** The caller's account, and the validity of a role's credentials in milliseconds. */
export interface StsAnswers {
  readonly account: string;
  readonly sessionMs: number;
}

/** Responds like STS. The access keys contain the role's name, so that tests can check which role signed a request. */
export function answerSts(
  body: string,
  response: ServerResponse,
  refused: ReadonlyMap<string, string>,
  { account, sessionMs }: StsAnswers = { account: "123456789012", sessionMs: 3_600_000 },
): void {
  const parameters = new URLSearchParams(body);
  const action = parameters.get("Action") ?? "";
  const role = parameters.get("RoleArn") ?? "";
  response.setHeader("content-type", "text/xml");
  if (refused.has(role)) {
    response.writeHead(403);
    response.end(
      `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not authorized to perform: sts:AssumeRole on resource: ${role} ${refused.get(role)}</Message></Error><RequestId>sts-1</RequestId></ErrorResponse>`,
    );
    return;
  }
  const { secretAccessKey, sessionToken } = secretOf(keyOf(role));
  const result =
    action === "GetCallerIdentity"
      ? `<Account>${account}</Account><Arn>arn:aws:iam::123456789012:user/test</Arn><UserId>AIDTEST</UserId>`
      : `<Credentials><AccessKeyId>ASIA${keyOf(role)}</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey>` +
        `<SessionToken>${sessionToken}</SessionToken><Expiration>${new Date(Date.now() + sessionMs).toISOString()}</Expiration></Credentials>` +
        `<AssumedRoleUser><Arn>${role}/session</Arn><AssumedRoleId>AROATEST:session</AssumedRoleId></AssumedRoleUser>`;
  response.end(
    `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>${result}</${action}Result>` +
      `<ResponseMetadata><RequestId>sts-1</RequestId></ResponseMetadata></${action}Response>`,
  );
}

/** Returns the secret of a role's access key, or undefined for a key that is not from STS. */
export const secretOfRole = (accessKeyId: string): Secret | undefined =>
  accessKeyId.startsWith("ASIA") ? secretOf(accessKeyId.slice("ASIA".length)) : undefined;

const secretOf = (key: string) => ({ secretAccessKey: `secret-${key}`, sessionToken: `token-${key}` });

/** Returns the last part of a role's name in uppercase, which is the end of the role's access key. */
export const keyOf = (role: string): string => (role.split("/").at(-1) ?? "").toUpperCase();
