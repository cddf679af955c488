import * as pulumi from "@pulumi/pulumi";

let program: typeof import("./program");

beforeAll(async () => {
  await pulumi.runtime.setMocks({
    call: ({ token }) => (token === "ivschat:index:getRoom" ? { maximumMessageLength: 200 } : {}),
    newResource: ({ name }) => ({ id: `${name}-id`, state: { maximumMessageRatePerSecond: 10 } }),
  });
  program = jest.requireActual("./program");
});

test("the program exports the rooms' limits", async () => {
  expect(await value(program.longestMessage)).toBe(200);
  expect(await value(program.messagesPerSecond)).toBe(10);
});

const value = <T>(output: pulumi.Output<T>) => new Promise((resolve) => output.apply(resolve));
