export declare const ivschat: () => typeof import("@aws-sdk/client-ivschat");
export declare const sts: () => typeof import("@aws-sdk/client-sts");
export declare const credentialProviders: () => typeof import("@aws-sdk/credential-providers");
export declare const sharedIniFileLoader: () => typeof import("@smithy/shared-ini-file-loader");
export declare const httpHandler: () => typeof import("@smithy/node-http-handler");
export declare const httpProxyAgent: () => typeof import("http-proxy-agent");
export declare const errorClassification: () => typeof import("@smithy/service-error-classification");
