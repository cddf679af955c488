import * as pulumi from "@pulumi/pulumi";
import { relevantSettings } from "../../aws/relevantSettings";
import { isMocked } from "../pulumi/engine";
import { settingsOfProvider } from "../providerSettings";
import { resolved } from "../pulumi/outputs";
import type { ExistingRoomArgs, ExistingRoomConnectionArgs } from "./args";
import { isRoomSecret, placeholder, type Lookup } from "../../tracking/properties";
import { hiddenId } from "../../tracking/secrets";

/**
 * Converts the program's arguments to the inputs that `check` receives. The arguments are in `__lookup`, because the engine adds members of
 * the room to the inputs for `ignoreChanges`, and `name` and `tags` are both arguments and members.
 */
export function argumentProperties(args: ExistingRoomArgs): Record<string, unknown> {
  const { identifier, name, tags } = args;
  const given = Object.fromEntries(
    Object.entries({ identifier, name, tags }).filter(([, value]) => value !== undefined),
  );
  // Mocks receive the arguments unchanged.
  if (isMocked()) return given;
  const secrets = secretsAmong({ ...args });
  // If the room is secret, the placeholders must be secret too. Otherwise, the engine does not treat the outputs as secret.
  const object =
    secrets?.then((names) => (isRoomSecret({ secrets: names }) ? pulumi.secret(placeholder) : placeholder)) ??
    placeholder;
  return {
    // `identifier` is also a top-level input, so that check failures and `ignoreChanges` can refer to it. This input is not recorded.
    ...(identifier === undefined ? {} : { identifier }),
    __lookup: { ...given, secrets } satisfies { [key in keyof Lookup]: unknown },
    // For `ignoreChanges` of a single member, such as `tags.stage`, the engine needs an existing object to copy it into.
    tags: object,
    messageReviewHandler: object,
  };
}

/** Returns the resource ID and the inputs for ExistingRoom.get. */
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
      // The resource ID of a secret room is a hash, so the ARN must be recorded separately.
      identifier: ifSecret((value) => pulumi.secret(value)),
    },
  };
}

// Returns an unknown ID if a setting that affects the read is unknown: the engine does not read a resource with an unknown ID.
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

/** Returns the names of the secret arguments, or undefined if all arguments are primitive values. */
function secretsAmong(args: Record<string, unknown>): Promise<string[]> | undefined {
  const inputs = Object.entries(args).filter(([, value]) => typeof value === "object");
  if (inputs.length === 0) return undefined;
  const named = inputs.map(async ([name, value]) => ((await resolved(value)).isSecret ? [name] : []));
  return Promise.all(named).then(
    (names) => names.flat(),
    // Ignores an argument that rejects: the argument is also an input of the resource, so Pulumi reports the error.
    () => [],
  );
}
