import { GetRoomCommand } from "@aws-sdk/client-ivschat";
import { Run } from "../../src/reading/run";
import { RequestTimedOut, send } from "../../src/reading/send";
import { arn, useLocalIvsChat } from "../support/service";

useLocalIvsChat();

// Node.js 24 prints a warning for a timer of a negative time.
test("a request whose time limit has passed fails at once, without a timer with a negative delay", async () => {
  const client = await new Run({}, () => undefined).clients.for({ region: "us-east-1" });
  const timer = jest.spyOn(globalThis, "setTimeout");
  const request = send(await client.sdkClient(), new GetRoomCommand({ identifier: arn("Lobby") }), -5);
  await expect(request).rejects.toThrow(RequestTimedOut);
  expect(timer.mock.calls.map(([, milliseconds = 0]) => milliseconds).filter((time) => time < 0)).toEqual([]);
  timer.mockRestore();
});
