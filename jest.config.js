const { availableParallelism } = require("node:os");

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  moduleNameMapper: { "^pulumi-ivschat$": "<rootDir>/src" },
  transform: {
    "^.+\\.ts$": ["ts-jest", { tsconfig: "tsconfig.json", diagnostics: false }],
  },
  // The tests wait for engines and servers more than they compute.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // A failed test may leave servers open.
  forceExit: true,
  globalSetup: "<rootDir>/test/support/globalSetup.ts",
  setupFilesAfterEnv: ["<rootDir>/test/support/everyTest.ts"],
  testTimeout: 120000,
};
