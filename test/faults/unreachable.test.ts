import { type Fault, type FaultServer, startSilentServer, useFaultServers } from "../support/faultServer";
import { endedAfterTest } from "../support/hooks";
import { providerAt, type Checked } from "../support/providerProcess";
import { answer, error, found, lobby, reset } from "./answers";

const startFaultServer = useFaultServers();
const startSilent = endedAfterTest(startSilentServer, (started) => started.stop());

const arns = Array.from({ length: 100 }, (_, index) => `${lobby}${index}`);

async function check(provider: Awaited<ReturnType<typeof providerAt>>, identifier: string) {
  const { inputs, failures } = (await provider.check({}, { identifier })) as Checked;
  return inputs?.arn ?? failures?.[0]?.reason;
}

const process = (at: FaultServer) => providerAt(at, { "ivschat:requestTimeout": "0.3" });

describe("if no server answers", () => {
  test("a hundred concurrent reads fail together, each with its own message", async () => {
    const server = await startSilent("http");
    const provider = await process(server);
    const begun = performance.now();
    const reasons = await Promise.all(arns.map((arn) => check(provider, arn)));
    // At the quota's rate, one attempt for each room would take 20 seconds.
    expect(performance.now() - begun).toBeLessThan(8000);
    reasons.forEach((reason, index) => {
      expect(reason).toContain(
        `cannot read room ${arns[index]} in us-east-1: the request to ${server.endpoint} `,
      );
      expect(reason).toContain("no answer within 0.3 seconds");
    });
  });

  test("a read after a failed read fails without a request", async () => {
    const server = await startFaultServer([reset]);
    const provider = await process(server);
    expect(await check(provider, lobby)).toContain("ECONNRESET");
    const requests = server.operations.length;
    expect(await check(provider, `${lobby}2`)).toContain(`cannot read room ${lobby}2 in us-east-1`);
    expect(server.operations).toHaveLength(requests);
  });
});

describe("the failed read of one room", () => {
  test.each<[string, Fault]>([
    ["an answer with status 500", error(500, "InternalServerException", "oops")],
    ["a web page with status 502", answer(502, "<html>Bad gateway</html>")],
    ["an empty object", answer(200, {})],
  ])("because of %s does not stop the reads of other rooms", async (_what, fault) => {
    const server = await startFaultServer([
      (exchange) => {
        (exchange.body.identifier === lobby ? fault : found)(exchange);
      },
    ]);
    const provider = await process(server);
    expect(await check(provider, lobby)).toContain(`cannot read room ${lobby} in us-east-1`);
    expect(await check(provider, `${lobby}2`)).toBe(`${lobby}2`);
  });
});
