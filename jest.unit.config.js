/**
 * Every test but those that run Pulumi's engine, a compiler or the built package: files named `*.engine.test.ts` or
 * `*.compiler.test.ts`, and all in these folders.
 *
 * @type {import("jest").Config}
 */
module.exports = {
  ...require("./jest.config"),
  testPathIgnorePatterns: [
    "\\.(engine|compiler)\\.test\\.ts$",
    "/test/(commandLine|demo|engine|examples|package|pictures|setup|types)/",
  ],
  globalSetup: "<rootDir>/test/support/unitSetup.ts",
};
