import * as pulumi from "@pulumi/pulumi";
import { relevantSettings } from "../../aws/relevantSettings";
import { isMocked } from "../pulumi/engine";
import { settingsOfProvider } from "../providerSettings";
import { resolved } from "../pulumi/outputs";
import type { ExistingRoomArgs, ExistingRoomConnectionArgs } from "./args";
import { isRoomSecret, placeholder, type Lookup } from "../../tracking/properties";
import { hiddenId } from "../../tracking/secrets";

/**
 * A program's arguments as they reach `check`. They travel under a name of their own, apart from the members of the room with the same
 * names: the engine copies recorded members that the program ignores changes of (`ignoreChanges`) in among them.
 */
export function argumentProperties(args: ExistingRoomArgs): Record<string, unknown> {
  const { identifier, name, tags } = args;
  const given = Object.fromEntries(
    Object.entries({ identifier, name, tags }).filter(([, value]) => value !== undefined),
  );
  // What a test of a program sees.
  if (isMocked()) return given;
  const secrets = secretsAmong({ ...args });
  // Where the room is secret, the engine takes an object for secret only if what it is given in its place is.
  const object =
    secrets?.then((names) => (isRoomSecret({ secrets: names }) ? pulumi.secret(placeholder) : placeholder)) ??
    placeholder;
  return {
    // Once more by itself, where a failure names it and `ignoreChanges` takes it away. It is never recorded.
    ...(identifier === undefined ? {} : { identifier }),
    __lookup: { ...given, secrets } satisfies { [key in keyof Lookup]: unknown },
    // The engine copies single members of an object only into an object.
    tags: object,
    messageReviewHandler: object,
  };
}

/** The same for ExistingRoom.get: which resource is read, and what refresh must know of it. */
export function externalProperties(
  id: pulumi.Input<pulumi.ID>,
  args: ExistingRoomConnectionArgs,
  provider: pulumi.ProviderResource | undefined,
): { readonly id: pulumi.Input<pulumi.ID>; readonly properties: Record<string, unknown> } {
  if (isMocked()) return { id, properties: {} };
  const arn = resolved(id);
  const ifSecret = <T>(then: (value: unknown) => T) =>
    arn.then(
      ({ value, isSecret }) => (isSecret ? then(value) : undefined),
      () => undefined,
    );
  return {
    id: externalId(arn, args, provider),
    properties: {
      __external: true,
      __secret: ifSecret(() => true),
      // An id is never secret, so the state has another one.
      identifier: ifSecret((value) => pulumi.secret(value)),
    },
  };
}

// The engine leaves members that are not known out of a read. So the id is not known either while one of them bears on it.
async function externalId(
  arn: ReturnType<typeof resolved>,
  args: ExistingRoomConnectionArgs,
  provider: pulumi.ProviderResource | undefined,
): Promise<pulumi.ID> {
  const unknown = pulumi.unknown as pulumi.ID;
  const { value, isKnown, isSecret } = await arn;
  const connection = await resolved(args);
  if (!isKnown || !connection.isKnown) return unknown;
  const identifier = value as string;
  if (provider !== undefined) {
    const read = await settingsOfProvider(provider).catch(() => undefined);
    const needed =
      read && relevantSettings(read.unknown, read.settings, { ...(connection.value as object), identifier });
    if (needed !== undefined && needed.length > 0) return unknown;
  }
  return isSecret ? hiddenId(identifier) : identifier;
}

/** The names of the arguments that are secret; undefined where none can be. */
function secretsAmong(args: Record<string, unknown>): Promise<string[]> | undefined {
  const inputs = Object.entries(args).filter(([, value]) => typeof value === "object");
  if (inputs.length === 0) return undefined;
  const named = inputs.map(async ([name, value]) => ((await resolved(value)).isSecret ? [name] : []));
  return Promise.all(named).then(
    (names) => names.flat(),
    // What fails is told where the argument itself is used.
    () => [],
  );
}
