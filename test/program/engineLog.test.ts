import type * as pulumi from "@pulumi/pulumi";

const { argv } = process;
afterEach(() => {
  process.argv = argv;
});

test.each([
  [
    "of its own program it takes no argument for the engine's address",
    "/home/somebody/program/index.js",
    false,
  ],
  [
    "in Pulumi's server of dynamic providers it takes the argument",
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
