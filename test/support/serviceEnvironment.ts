import type { Caller } from "./localIvsChat";

/** The default caller of a local IVS Chat server. hideTheMachine sets the keys of this caller. */
export const callers: Readonly<Record<string, Caller>> = {
  AKIDTEST: { account: "123456789012", secretAccessKey: "test-secret" },
};

/** Returns the environment variables with which an AWS client in another process uses a local IVS Chat server. */
export function serviceEnvironment({ endpoint }: { readonly endpoint: string }): Record<string, string> {
  return {
    AWS_ENDPOINT_URL_IVSCHAT: endpoint,
    AWS_ACCESS_KEY_ID: "AKIDTEST",
    AWS_SECRET_ACCESS_KEY: "test-secret",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  };
}
