import type * as pulumi from "@pulumi/pulumi";
import { ExistingRoomProvider } from "../../src/program/existingRoom/dynamicProvider";
import { propertiesOf } from "../../src/tracking/properties";
import { roomFromAnswer } from "../../src/room/fromAnswer";
import type { GetRoomResult } from "../../src/room/room";

/** Creates a new provider with the stack's configuration, like the engine does for each operation. */
export async function providerProcess(
  config: Readonly<Record<string, string>> = {},
): Promise<ExistingRoomProvider> {
  const provider = new ExistingRoomProvider();
  const get = (key: string) => config[key];
  await provider.configure({ config: { get, require: get } } as unknown as pulumi.dynamic.ConfigureRequest);
  return provider;
}

/** Creates a new provider that sends its requests to the given server. */
export const providerAt = (
  { endpoint }: { readonly endpoint: string },
  config: Readonly<Record<string, string>> = {},
) => providerProcess({ ...config, "aws:endpoints": JSON.stringify([{ ivschat: endpoint }]) });

/** Returns the recorded properties of a room of the local IVS Chat server. */
export function recordedAs(room: object): Record<string, unknown> {
  return { ...propertiesOf(roomFromAnswer(room), undefined) };
}

/** Checks one resource after another, as the engine does. */
export async function checkAll(
  provider: ExistingRoomProvider,
  recorded: readonly Record<string, unknown>[],
): Promise<GetRoomResult[]> {
  const rooms: GetRoomResult[] = [];
  for (const olds of recorded) {
    const { inputs, failures } = (await provider.check(olds, { identifier: olds.arn })) as Checked;
    if (!inputs) throw new Error(failures?.[0]?.reason);
    rooms.push(inputs);
  }
  return rooms;
}

/** The result of `check`, without the `any` of Pulumi's type. */
export interface Checked {
  readonly inputs?: GetRoomResult;
  readonly failures?: readonly pulumi.dynamic.CheckFailure[];
}
