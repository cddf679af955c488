import { getRoom } from "../../src";
import { failureOf } from "../../src/reading/failure";
import { UnreadableError } from "../../src/reading/send";
import { useFaultServers } from "../support/faultServer";
import { lobby } from "./answers";

const startFaultServer = useFaultServers();

// A regular expression on the whole page would block the process for half a minute.
test("only the beginning of an HTML error page is parsed", () => {
  const page = new UnreadableError(404, "<".repeat(300_000));
  const { message } = failureOf(page, { what: "room", region: undefined, action: "" });
  expect(message).toMatch(/status 404 that is not from the service \(it starts with "<{80}…"\)/);
});

test("only the beginning of an endless error response is read", async () => {
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
  await expect(getRoom({ identifier: lobby, endpoint: endless.endpoint })).rejects.toThrow(
    "got an answer with status 403 that is not from the service",
  );
  expect(sent).toBeGreaterThan(32 * 1024);
  expect(sent).toBeLessThan(1024 * 1024);
});
