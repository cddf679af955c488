import * as pulumi from "@pulumi/pulumi";
import { relevantSettings } from "../../aws/relevantSettings";
import { isMocked } from "../pulumi/engine";
import { settingsOfProvider } from "../providerSettings";
import { resolved } from "../pulumi/outputs";
import type { ExistingRoomArgs, ExistingRoomConnectionArgs } from "./args";
import { isRoomSecret, placeholder, type Lookup } from "../../tracking/properties";
import { hiddenId } from "../../tracking/secrets";

/**
 * The program's arguments, as the input properties that `check` receives. They are in `__lookup`, because for `ignoreChanges` the engine
 * copies recorded members of the room into the properties, and arguments have the same names.
 */
export function argumentProperties(args: ExistingRoomArgs): Record<string, unknown> {
  const { identifier, name, tags } = args;
  const given = Object.fromEntries(
    Object.entries({ identifier, name, tags }).filter(([, value]) => value !== undefined),
  );
  // Mocks receive the arguments as the program passed them.
  if (isMocked()) return given;
  const secrets = secretsAmong({ ...args });
  // The engine keeps an output object of a secret room secret only if the input is secret too.
  const object =
    secrets?.then((names) => (isRoomSecret({ secrets: names }) ? pulumi.secret(placeholder) : placeholder)) ??
    placeholder;
  return {
    // Also a property itself, so that check failures and `ignoreChanges` can name it. It is not recorded.
    ...(identifier === undefined ? {} : { identifier }),
    __lookup: { ...given, secrets } satisfies { [key in keyof Lookup]: unknown },
    // For `ignoreChanges` of single members, such as `tags.stage`: the engine copies them only into an existing object.
    tags: object,
    messageReviewHandler: object,
  };
}

/** The ID and input properties for ExistingRoom.get. */
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
      // The ID of a secret room is a hash, so the ARN is recorded here.
      identifier: ifSecret((value) => pulumi.secret(value)),
    },
  };
}

// The engine does not pass unknown properties to a read. So the ID is unknown while a setting that affects the read is.
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

/** The names of the secret arguments; undefined if all arguments are plain values. */
function secretsAmong(args: Record<string, unknown>): Promise<string[]> | undefined {
  const inputs = Object.entries(args).filter(([, value]) => typeof value === "object");
  if (inputs.length === 0) return undefined;
  const named = inputs.map(async ([name, value]) => ((await resolved(value)).isSecret ? [name] : []));
  return Promise.all(named).then(
    (names) => names.flat(),
    // A failed argument is reported where it is used.
    () => [],
  );
}
