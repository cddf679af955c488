/** The keys of `ivschat:` configuration. */
export declare const runSettingKeys: readonly ["requestsPerSecond", "readEach", "connectTimeout", "requestTimeout", "readTimeout"];
type RunSettingKey = (typeof runSettingKeys)[number];
/** The stack's `ivschat:` configuration, read: see RunSettings. Throws a ConnectionProblem that names the key. */
export declare function runSettings(get: (key: RunSettingKey) => string | undefined): {
    requestsPerSecond: number | undefined;
    readEach: boolean | undefined;
    connectTimeout: number | undefined;
    requestTimeout: number | undefined;
    readTimeout: number | undefined;
};
export {};
