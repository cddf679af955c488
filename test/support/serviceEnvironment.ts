import type { Caller } from "./localIvsChat";

/** Whoever has the keys below, which are hideTheMachine's too. A local IVS Chat that is not told otherwise knows them, and nobody else. */
export const callers: Readonly<Record<string, Caller>> = {
  AKIDTEST: { account: "123456789012", secretAccessKey: "test-secret" },
};

/** What an AWS client of another process needs to reach a local IVS Chat, and nothing of the machine's. */
export function serviceEnvironment({ endpoint }: { readonly endpoint: string }): Record<string, string> {
  return {
    AWS_ENDPOINT_URL_IVSCHAT: endpoint,
    AWS_ACCESS_KEY_ID: "AKIDTEST",
    AWS_SECRET_ACCESS_KEY: "test-secret",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  };
}
