const { availableParallelism } = require("node:os");

/**
 * The fast tests. Excludes tests that run Pulumi's engine, a compiler or the built package (files named `*.engine.test.ts` or
 * `*.compiler.test.ts`, and all files in these folders), and tests that use the CPU for more than ten seconds (`*.slow.test.ts`).
 *
 * @type {import("jest").Config}
 */
module.exports = {
  ...require("./jest.config"),
  // These tests wait for timers more than those with an engine do.
  maxWorkers: 2 * availableParallelism(),
  testPathIgnorePatterns: [
    "\\.(engine|compiler|slow)\\.test\\.ts$",
    "/test/(commandLine|demo|engine|examples|package|pictures|setup|types)/",
  ],
  globalSetup: "<rootDir>/test/support/unitSetup.ts",
};
