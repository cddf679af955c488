import { getRoom, type CredentialsError } from "../../src";
import { unset } from "../support/environment";
import { lobby } from "./answers";
import { troubleOf, troubles, troubleshooting } from "./troubleshooting";

describe("the troubleshooting table", () => {
  test("has a row for a program without credentials", async () => {
    unset("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
    const error = await getRoom({ identifier: lobby }).catch((caught: unknown) => caught as CredentialsError);
    expect("message" in error && troubleOf(error.message)?.message).toBe("no AWS credentials: …");
  });

  test("has a header and one row for each message, and all lines have the same length", () => {
    const lines = troubleshooting().split("\n");
    expect(lines).toHaveLength(troubles.length + 2);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
    for (const line of lines) expect(line).toMatch(/^\| .* \| .* \| .* \|$/);
  });
});
