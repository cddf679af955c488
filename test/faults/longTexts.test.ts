import * as pulumi from "@pulumi/pulumi";
import { CredentialsError, getRoom } from "../../src";
import { failureOf } from "../../src/reading/failure";
import { UnreadableError } from "../../src/reading/send";
import { startFaultServer, startRawServer, type FaultServer } from "../support/faultServer";
import { lobby, right } from "./answers";
import { withNothingOfTheMachine } from "./environment";

withNothingOfTheMachine();
const servers: FaultServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));

// An expression that looked at all of these would take half a minute, in which no time limit goes off.

test("of a page that is all brackets no more than the beginning is looked at", () => {
  const page = new UnreadableError(404, "<".repeat(300_000));
  const { message } = failureOf(page, { what: "room", region: undefined, action: "" });
  expect(message).toMatch(/status 404 that is not the service's \(it begins with "<{80}…"\)/);
});

test("of what STS says no more than the beginning is looked at", async () => {
  const message = "token ".repeat(60_000);
  const xml = `<ErrorResponse><Error><Code>AccessDenied</Code><Message>${message}</Message></Error></ErrorResponse>`;
  const refusal = `HTTP/1.1 403 Forbidden\r\ncontent-length: ${xml.length}\r\n\r\n${xml}`;
  servers.push(
    await startFaultServer([right]),
    await startRawServer((socket) => socket.once("data", () => socket.end(refusal))),
  );
  const [service, sts] = servers;
  const role = { roleArn: "arn:aws:iam::123456789012:role/reader", webIdentityToken: "t" };
  pulumi.runtime.setConfig("aws:assumeRoleWithWebIdentity", JSON.stringify(role));
  pulumi.runtime.setConfig("aws:endpoints", JSON.stringify([{ sts: sts?.endpoint }]));
  try {
    const error: unknown = await getRoom({ identifier: lobby, endpoint: service?.endpoint }).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(CredentialsError);
    expect((error as Error).message).toMatch(/no AWS credentials: .*token token/);
    expect((error as Error).message.length).toBeLessThan(1200);
  } finally {
    for (const key of ["assumeRoleWithWebIdentity", "endpoints"]) pulumi.runtime.setConfig(`aws:${key}`, "");
  }
});

test("an error's body is not read on after 64 kB", async () => {
  let sent = 0;
  const endless = await startFaultServer([
    ({ response, socket }) => {
      response.writeHead(403, { "x-amzn-errortype": "AccessDeniedException" });
      const timer = setInterval(() => {
        sent = socket.bytesWritten;
        response.write("<p>no</p>".repeat(1000));
      }, 1);
      socket.once("close", () => {
        clearInterval(timer);
      });
    },
  ]);
  servers.push(endless);
  await expect(getRoom({ identifier: lobby, endpoint: endless.endpoint })).rejects.toThrow(
    "got an answer with status 403 that is not the service's",
  );
  expect(sent).toBeGreaterThan(32 * 1024);
  expect(sent).toBeLessThan(1024 * 1024);
});
