/* eslint-disable @typescript-eslint/no-require-imports */
import { createRequire } from "node:module";

// Loaded at the first read, so that `require("pulumi-ivschat")` stays fast. `require` instead of `import()`, because this package is CommonJS,
// as are Pulumi's dynamic provider process and most test runners.

export const ivschat = () => require("@aws-sdk/client-ivschat") as typeof import("@aws-sdk/client-ivschat");
export const sts = () => {
  silenceVersionWarning("@aws-sdk/client-sts");
  return require("@aws-sdk/client-sts") as typeof import("@aws-sdk/client-sts");
};
export const credentialProviders = () => {
  silenceVersionWarning("@aws-sdk/credential-providers");
  return require("@aws-sdk/credential-providers") as typeof import("@aws-sdk/credential-providers");
};
export const sharedIniFileLoader = () =>
  require("@smithy/shared-ini-file-loader") as typeof import("@smithy/shared-ini-file-loader");
export const httpHandler = () =>
  require("@smithy/node-http-handler") as typeof import("@smithy/node-http-handler");
export const httpProxyAgent = () => require("http-proxy-agent") as typeof import("http-proxy-agent");
export const errorClassification = () =>
  require("@smithy/service-error-classification") as typeof import("@smithy/service-error-classification");

// On a Node.js version that the SDK will drop, its STS and SSO clients print a seven-line warning in every process. They check this
// undocumented `state` first; if it disappears, warnings.engine.test.ts fails. Each SDK package may have its own copy of the core.
function silenceVersionWarning(sdkPackage: string): void {
  try {
    const core = createRequire(require.resolve(sdkPackage))("@aws-sdk/core/client") as {
      readonly state: { warningEmitted: boolean };
    };
    core.state.warningEmitted = true;
  } catch {
    // A bundle or another version of the SDK may lack `state`. Then the warning appears.
  }
}
