/* eslint-disable @typescript-eslint/no-require-imports */
import { createRequire } from "node:module";

// What a read needs, loaded with the first read: a program that only requires this package loads none of it. `require` and not
// `import()`, because the package is CommonJS, and so are the provider's process and test runners.

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

// On a Node.js that later versions of the SDK will not support, its clients of STS and SSO warn of it in seven lines, in each process that
// makes one. `state` is what they keep so as to do it once; without it they warn again, which the tests of warnings show.
// Each package of the SDK may have a copy of its core of its own.
function silenceVersionWarning(of: string): void {
  try {
    const core = createRequire(require.resolve(of))("@aws-sdk/core/client") as {
      readonly state: { warningEmitted: boolean };
    };
    core.state.warningEmitted = true;
  } catch {
    // In a bundle, or with another SDK: then it warns.
  }
}
