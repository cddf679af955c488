import { connectionArguments } from "../arguments/connection";
import { lookupArguments, roomArguments } from "../arguments/room";
import { isEqual } from "../room/compare";
import { propertyNames, type Properties } from "../tracking/properties";
import { withSecrets, type Values } from "./values";

/** The resource's type token. */
export const existingRoomType = "ivschat:index:ExistingRoom";

/**
 * Converts a program's inputs to the tracker's form. If the program has `ignoreChanges`, the engine copies recorded properties of the room
 * into the inputs. `name` and `tags` are both arguments and properties, but a copied `name` or `tags` does not select the room. To
 * recognize copies, this function uses the recorded `__lookup`, which lists the arguments that selected the room.
 */
export function programProperties({ values, secrets }: Values, olds: Properties): Properties {
  const recorded = Array.isArray(olds[lookupKey]) ? (olds[lookupKey] as unknown[]) : undefined;
  const given = lookupArguments.filter((name) => values[name] !== undefined);
  const isRecorded = (name: string) => isEqual(values[name], olds[name]);
  // Whether anything besides possible copies selects the room. `arn` is not an argument. If `arn` is present, the engine copied it for
  // `ignoreChanges`, so the recorded room is kept.
  const isNamedBesides =
    values.arn !== undefined || given.some((name) => recorded?.includes(name) === true || !isRecorded(name));
  const isCopied = (name: string) =>
    name !== "identifier" &&
    isRecorded(name) &&
    (values.identifier !== undefined || (recorded?.includes(name) === false && isNamedBesides));
  const lookup = pick(
    values,
    given.filter((name) => !isCopied(name)),
  );
  const members = propertyNames.filter((name) => !(name in lookup));
  return {
    ...pick(values, ["identifier", ...members]),
    __lookup: { ...lookup, secrets },
    connection: pick(values, connectionArguments),
  };
}

/** Returns the names of inputs that are neither arguments nor properties of a room. */
export function unknownArguments({ values }: Values): string[] {
  const known = new Set<string>([...roomArguments, ...propertyNames]);
  return Object.keys(values).filter((name) => !known.has(name) && !name.startsWith("__"));
}

/** Converts the tracker's result to the inputs that the engine records in the state. */
export function recordedInputs(
  found: Properties,
  program: Properties,
  { values, secrets }: Values,
): Properties {
  const lookup = lookupArguments.filter((name) => name in (program.__lookup as object));
  return {
    ...recordedProperties(found, secrets),
    ...keptInputs({ values, secrets }),
    [lookupKey]: lookup,
  };
}

/** Returns the input `identifier`, which is not a property of the room. It is recorded so that `ignoreChanges` works for it too. */
export function keptInputs({ values, secrets }: Values): Properties {
  return withSecrets(pick(values, ["identifier"]), (name) => secrets.includes(name));
}

// Previews do not show properties whose names start with `__`.
const lookupKey = "__lookup";

/** Converts recorded properties to the tracker's form. If one property of a room is secret, all are, so it is enough to check `arn`. */
export function trackedProperties({ values, secrets }: Values): Properties {
  const { __secret, ...recorded } = values;
  return {
    ...without(recorded, [...connectionArguments, lookupKey]),
    connection: pick(recorded, connectionArguments),
    ...(secrets.includes("arn") ? { __secret: true } : {}),
  };
}

/** Converts the tracker's result to the properties that the engine records. `secrets` lists the names of the secret arguments. */
export function recordedProperties(
  { connection, __secret, ...members }: Properties,
  secrets: readonly string[],
): Properties {
  return { ...members, ...withSecrets({ ...(connection as object) }, (name) => secrets.includes(name)) };
}

/** Returns the recorded properties that are not read from the service, so that a refresh can keep them. */
export function keptProperties({ values }: Values): Properties {
  return pick(values, [lookupKey]);
}

/** Returns the inputs that a program for an imported room would have. */
export function importedInputs(id: string, { values, secrets }: Values): Properties {
  return {
    identifier: id,
    ...withSecrets(pick(values, connectionArguments), (name) => secrets.includes(name)),
  };
}

/** Returns the properties whose changes a preview shows. `identifier` is left out, because a different room shows as a change of `arn`. */
export function shownProperties({ values }: Values): Properties {
  return without(values, ["identifier"]);
}

function pick(values: Properties, names: readonly string[]): Properties {
  return Object.fromEntries(
    names.filter((name) => values[name] !== undefined).map((name) => [name, values[name]]),
  );
}

function without(values: Properties, names: readonly string[]): Properties {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}
