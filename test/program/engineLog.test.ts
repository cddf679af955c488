import type * as pulumi from "@pulumi/pulumi";

const { argv } = process;
afterEach(() => {
  process.argv = argv;
});

test.each([
  [
    "a program's process does not connect to the engine at an address in its arguments",
    "/home/somebody/program/index.js",
    false,
  ],
  [
    "Pulumi's dynamic-provider process connects to the engine at the address in its arguments",
    "/node_modules/@pulumi/pulumi/cmd/dynamic-provider/index.js",
    true,
  ],
])("%s", (_, script, isConnected) => {
  jest.resetModules();
  process.argv = ["node", script, "127.0.0.1:9"];
  const { runtime } = jest.requireActual<typeof pulumi>("@pulumi/pulumi");
  const { engineLog } = jest.requireActual<typeof import("../../src/program/pulumi/engineLog")>(
    "../../src/program/pulumi/engineLog",
  );
  engineLog("a line");
  expect(runtime.getEngine() !== undefined).toBe(isConnected);
});
