import { startLocalIvsChat, type LocalIvsChat } from "./localIvsChat";

type Options = NonNullable<Parameters<typeof startLocalIvsChat>[0]>;

/** The local IVS Chat as the only service that this process and what it starts can reach; undone by the returned `stop`. */
export async function startService(options: Options = {}): Promise<LocalIvsChat & { stop(): Promise<void> }> {
  const service = await startLocalIvsChat(options);
  const before = { ...process.env };
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_IVSCHAT: service.endpoint,
    AWS_ACCESS_KEY_ID: "AKIDTEST",
    AWS_SECRET_ACCESS_KEY: "test-secret",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: "/nonexistent/config",
    AWS_SHARED_CREDENTIALS_FILE: "/nonexistent/credentials",
  });
  for (const name of ["AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE", "AWS_SESSION_TOKEN"]) {
    Reflect.deleteProperty(process.env, name);
  }
  return Object.assign(service, {
    stop: async () => {
      for (const name of Object.keys(process.env))
        if (!(name in before)) Reflect.deleteProperty(process.env, name);
      Object.assign(process.env, before);
      await service.close();
    },
  });
}

/** The operations that the service was asked for, in order. */
export function operations(service: LocalIvsChat): string[] {
  return service.requests.map(({ operation }) => operation);
}

export const arn = (id: string, region = "us-east-1", account = "123456789012") =>
  `arn:aws:ivschat:${region}:${account}:room/${id}`;
