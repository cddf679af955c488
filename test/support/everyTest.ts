import { allConfig, setAllConfig } from "@pulumi/pulumi/runtime/config";
import { hideTheMachine, keepEnvironment } from "./environment";

// A test may change the environment and the stack's configuration as it likes: both are restored after it.
hideTheMachine();
let restore = () => undefined as unknown;
beforeEach(() => {
  const restoreEnvironment = keepEnvironment();
  const config = allConfig();
  restore = () => {
    restoreEnvironment();
    setAllConfig(config);
  };
});
afterEach(() => restore());
