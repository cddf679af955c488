import { hideTheMachine } from "./environment";
import { startLocalIvsChat, type LocalIvsChat } from "./localIvsChat";
import { callers } from "./serviceEnvironment";

type Options = NonNullable<Parameters<typeof startLocalIvsChat>[0]>;

/**
 * The local IVS Chat as the only service that this process and what it starts can reach; undone by the returned `stop`. It verifies every
 * signature: it knows the environment's keys and those that a test makes known.
 */
export async function startService(options: Options = {}): Promise<LocalIvsChat & { stop(): Promise<void> }> {
  const service = await startLocalIvsChat({ ...options, callers: { ...callers, ...options.callers } });
  const putBack = hideTheMachine();
  process.env.AWS_ENDPOINT_URL_IVSCHAT = service.endpoint;
  return Object.assign(service, {
    stop: async () => {
      putBack();
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
