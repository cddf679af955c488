import { connectionArguments } from "../arguments/connection";
import { lookupArguments, roomArguments } from "../arguments/room";
import { isEqual } from "../room/compare";
import { propertyNames, type Properties } from "../tracking/properties";
import { withSecrets, type Values } from "./values";

/** The token of the resource. */
export const existingRoomType = "ivschat:index:ExistingRoom";

/**
 * The arguments of a program in the form that the tracker takes. Beside the arguments, the engine sends recorded properties of the room if
 * the program ignores their changes. `name` and `tags` are both, so what is recorded says which of them name the room.
 */
export function programProperties({ values, secrets }: Values, olds: Properties): Properties {
  const recorded = Array.isArray(olds[lookupKey]) ? (olds[lookupKey] as unknown[]) : undefined;
  const given = lookupArguments.filter((name) => values[name] !== undefined);
  const isRecorded = (name: string) => isEqual(values[name], olds[name]);
  // Whether something else names the room; no argument is called `arn`.
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

/** What the tracker found for a program, in the form that is recorded as the resource's inputs. */
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

/** The inputs that are not the room's. The engine finds them recorded if the program ignores their changes. */
export function keptInputs({ values, secrets }: Values): Properties {
  return withSecrets(pick(values, ["identifier"]), (name) => secrets.includes(name));
}

/** The engine shows no property whose name begins like this. */
const lookupKey = "__lookup";

/** What is recorded, in the form that the tracker takes. A room is secret as a whole. */
export function trackedProperties({ values, secrets }: Values): Properties {
  const { __secret, ...recorded } = values;
  return {
    ...without(recorded, [...connectionArguments, lookupKey]),
    connection: pick(recorded, connectionArguments),
    ...(secrets.includes("arn") ? { __secret: true } : {}),
  };
}

/** What the tracker found, in the form that is recorded. `secrets` has the names of the secret arguments. */
export function recordedProperties(
  { connection, __secret, ...members }: Properties,
  secrets: readonly string[],
): Properties {
  return { ...members, ...withSecrets({ ...(connection as object) }, (name) => secrets.includes(name)) };
}

/** Returns the recorded properties that a refresh keeps because it does not read them. */
export function keptProperties({ values }: Values): Properties {
  return pick(values, [lookupKey]);
}

/** The inputs of an imported room: those that a program would give. */
export function importedInputs(id: string, { values, secrets }: Values): Properties {
  return {
    identifier: id,
    ...withSecrets(pick(values, connectionArguments), (name) => secrets.includes(name)),
  };
}

/** The properties that a change is shown for. The room that an identifier selects is shown by its ARN. */
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
