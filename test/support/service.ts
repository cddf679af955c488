import { startedBefore } from "./hooks";
import { startLocalIvsChat, type LocalIvsChat, type LocalIvsChatOptions } from "./localIvsChat";
import { callers } from "./serviceEnvironment";

/**
 * Starts a local IVS Chat server for each test, or one for all tests of the file. This process and its child processes send their requests to
 * this server, which verifies every signature.
 *
 * @example
 * const service = useLocalIvsChat({ state: { rooms: [{ arn: lobby }] } });
 * test("...", async () => {
 *   await getRoom({ identifier: lobby });
 *   expect(operations(service)).toEqual(["GetRoom"]);
 * });
 */
export function useLocalIvsChat(
  options: LocalIvsChatOptions = {},
  each: "test" | "file" = "test",
): LocalIvsChat {
  const start = async () => {
    const service = await startLocalIvsChat({ ...options, callers: { ...callers, ...options.callers } });
    process.env.AWS_ENDPOINT_URL_IVSCHAT = service.endpoint;
    return service;
  };
  return startedBefore(each, start, (service) => service.close());
}

/** Returns the operations that were requested, in order. */
export function operations(service: LocalIvsChat): string[] {
  return service.requests.map(({ operation }) => operation);
}

export const arn = (id: string, region = "us-east-1", account = "123456789012") =>
  `arn:aws:ivschat:${region}:${account}:room/${id}`;
