const { availableParallelism } = require("node:os");

/**
 * Every test but those that run Pulumi's engine, a compiler or the built package: files named `*.engine.test.ts` or
 * `*.compiler.test.ts`, and all in these folders.
 *
 * @type {import("jest").Config}
 */
module.exports = {
  ...require("./jest.config"),
  // These tests wait for timers more than those with an engine do.
  maxWorkers: 2 * availableParallelism(),
  testPathIgnorePatterns: [
    "\\.(engine|compiler)\\.test\\.ts$",
    "/test/(commandLine|demo|engine|examples|package|pictures|setup|types)/",
  ],
  globalSetup: "<rootDir>/test/support/unitSetup.ts",
};
