import type { ServerResponse } from "node:http";
import type { Secret } from "./localIvsChat/signature";

/** The secrets of the access keys from SSO, the container agent, and the EC2 metadata service. */
export const secretsOfServices: ReadonlyMap<string, Secret> = new Map([
  ["ASIASSO", { secretAccessKey: "sso-secret", sessionToken: "sso-token" }],
  ["ASIACONTAINER", { secretAccessKey: "container-secret", sessionToken: "container-token" }],
  ["ASIAINSTANCE", { secretAccessKey: "instance-secret", sessionToken: "instance-token" }],
]);

/** Responds to requests for credentials like SSO, a container agent, and the EC2 metadata service. */
export function answerKeys(path: string, response: ServerResponse): void {
  if (path.startsWith("/federation/credentials")) {
    response.setHeader("content-type", "application/json");
    const expiration = Date.now() + 3_600_000;
    response.end(
      JSON.stringify({
        roleCredentials: {
          accessKeyId: "ASIASSO",
          secretAccessKey: "sso-secret",
          sessionToken: "sso-token",
          expiration,
        },
      }),
    );
    return;
  }
  if (path.startsWith("/container/")) {
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify({
        AccessKeyId: "ASIACONTAINER",
        SecretAccessKey: "container-secret",
        Token: "container-token",
        Expiration: new Date(Date.now() + 3_600_000).toISOString(),
      }),
    );
    return;
  }
  response.setHeader("content-type", "text/plain");
  response.end(metadata(path));
}

function metadata(path: string): string {
  if (path === "/latest/api/token") return "metadata-token";
  if (path.endsWith("/security-credentials/")) return "instance-role";
  return JSON.stringify({
    Code: "Success",
    AccessKeyId: "ASIAINSTANCE",
    SecretAccessKey: "instance-secret",
    Token: "instance-token",
    Expiration: new Date(Date.now() + 3_600_000).toISOString(),
  });
}
