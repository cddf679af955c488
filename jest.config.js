const { availableParallelism } = require("node:os");

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  // Pulumi still reads its globals when a file has ended, of which Jest would warn.
  testEnvironmentOptions: { globalsCleanup: "off" },
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  moduleNameMapper: { "^pulumi-ivschat$": "<rootDir>/src" },
  transform: {
    "^.+\\.ts$": ["ts-jest", { tsconfig: "tsconfig.json", diagnostics: false, transpilation: true }],
  },
  // The tests wait for engines and servers more than they compute.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  globalSetup: "<rootDir>/test/support/globalSetup.ts",
  setupFilesAfterEnv: ["<rootDir>/test/support/everyTest.ts"],
  testTimeout: 120000,
};
