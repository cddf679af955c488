import { format } from "node:util";
import { allConfig, setAllConfig } from "@pulumi/pulumi/runtime/config";
import { hideTheMachine, keepEnvironment } from "./environment";
import { takeWarnings, warnings } from "./warnings";

// Restores the environment and the stack's configuration after each test.
hideTheMachine();
let restore: (() => void) | undefined;
beforeEach(() => {
  const restoreEnvironment = keepEnvironment();
  const config = allConfig();
  restore = () => {
    restoreEnvironment();
    setAllConfig(config);
  };
});
afterEach(() => {
  restore?.();
});

// A test that prints a warning fails, unless the test removes the warning from `warnings`.
for (const level of ["warn", "error"] as const)
  jest.spyOn(console, level).mockImplementation((...texts) => void warnings.push(format(...texts)));
afterEach(() => {
  expect(takeWarnings()).toEqual([]);
});
