// Changes the core in many small ways, and reports the changes that no fast test of the same folder notices. One folder at a time takes
// minutes: `FOLDER=room npm run mutation`.
const folder = process.env.FOLDER ?? "{room,arguments,aws,reading}";

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  testRunner: "jest",
  jest: {
    configFile: "jest.unit.config.js",
    config: {
      testMatch: [`**/test/${folder}/**/*.test.ts`],
      setupFiles: ["<rootDir>/test/support/mutationSetup.ts"],
    },
    // The coverage tells which tests are related.
    enableFindRelatedTests: false,
  },
  mutate: [`src/${folder}/**/*.ts`],
  coverageAnalysis: "perTest",
  // A change in what runs as a module is loaded would need every test.
  ignoreStatic: true,
  concurrency: 2,
  // Tests wait for servers, and on a busy machine for a processor.
  timeoutMS: 20_000,
  ignorePatterns: ["dist", "docs", "examples", "scripts"],
  tempDirName: "coverage/mutation-sandbox",
  reporters: ["progress", "clear-text", "html"],
  htmlReporter: { fileName: "coverage/mutation.html" },
  clearTextReporter: { reportTests: false },
};
