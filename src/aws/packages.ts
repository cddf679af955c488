/* eslint-disable @typescript-eslint/no-require-imports */
import { createRequire } from "node:module";

// These packages are loaded at the first read, so that importing this package stays fast. `require` is used because not every tool that
// runs CommonJS modules supports `import()` in them.

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

// The STS and SSO clients print a long warning if the SDK will soon stop supporting the Node.js version. Setting `warningEmitted` in the
// undocumented `state` of @aws-sdk/core prevents the warning. If `state` disappears, warnings.engine.test.ts fails. Each SDK package can
// have its own copy of @aws-sdk/core, so the copy that `sdkPackage` uses is changed.
function silenceVersionWarning(sdkPackage: string): void {
  try {
    const core = createRequire(require.resolve(sdkPackage))("@aws-sdk/core/client") as {
      readonly state: { warningEmitted: boolean };
    };
    core.state.warningEmitted = true;
  } catch {
    // Without `state`, as in a bundle or another SDK version, the warning is printed.
  }
}
