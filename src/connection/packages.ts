/* eslint-disable @typescript-eslint/no-require-imports */
// What a read needs, loaded with the first read: a program that only requires this package loads none of it. `require` and not
// `import()`, because the package is CommonJS, and so are the provider's process and test runners.

export const ivschat = () => require("@aws-sdk/client-ivschat") as typeof import("@aws-sdk/client-ivschat");
export const sts = () => require("@aws-sdk/client-sts") as typeof import("@aws-sdk/client-sts");
export const credentialProviders = () =>
  require("@aws-sdk/credential-providers") as typeof import("@aws-sdk/credential-providers");
export const sharedIniFileLoader = () =>
  require("@smithy/shared-ini-file-loader") as typeof import("@smithy/shared-ini-file-loader");
export const httpHandler = () =>
  require("@smithy/node-http-handler") as typeof import("@smithy/node-http-handler");
export const httpProxyAgent = () => require("http-proxy-agent") as typeof import("http-proxy-agent");
export const httpsProxyAgent = () => require("https-proxy-agent") as typeof import("https-proxy-agent");
export const errorClassification = () =>
  require("@smithy/service-error-classification") as typeof import("@smithy/service-error-classification");
