import { connectionArguments } from "../arguments/connection";
import { lookupArguments } from "../arguments/room";
import { isEqual } from "../room/compare";
import { propertyNames, type Properties } from "../tracking/properties";
import type { Values } from "./values";

/** The token of the resource. */
export const existingRoomType = "ivschat:index:ExistingRoom";

/**
 * The arguments of a program in the form that the tracker takes. Beside the arguments, the engine sends recorded members of the room if
 * the program ignores their changes. `name` and `tags` are both, so what is recorded says which of them name the room.
 */
export function programProperties({ values, secrets }: Values, olds: Properties): Properties {
  const recorded = Array.isArray(olds[lookupKey]) ? (olds[lookupKey] as string[]) : undefined;
  const given = lookupArguments.filter((name) => values[name] !== undefined);
  // Whether something else names the room; no argument is called `arn`.
  const isNamedBesides = values.arn !== undefined || given.some((name) => recorded?.includes(name));
  const isCopied = (name: string) =>
    name !== "identifier" &&
    isEqual(values[name], olds[name]) &&
    (values.identifier !== undefined || (recorded?.includes(name) === false && isNamedBesides));
  const named = given.filter((name) => !isCopied(name));
  const lookup = pick(values, named);
  const members = propertyNames.filter((name) => !(name in lookup));
  // An ignored `identifier` is removed, because it is not among the members that are recorded.
  const isIdentifierIgnored = named.length === 0 && recorded?.includes("identifier") === true;
  return {
    ...pick(values, members),
    ...(values.identifier === undefined ? {} : { identifier: values.identifier }),
    ...(isIdentifierIgnored ? { arn: olds.arn } : {}),
    __lookup: { ...lookup, secrets },
    connection: pick(values, connectionArguments),
  };
}

/** The arguments that name the room in a program, as they are recorded. */
export function recordedLookup(program: Properties): Properties {
  return { [lookupKey]: lookupArguments.filter((name) => name in (program.__lookup as object)) };
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

/** What the tracker found, in the form that is recorded. */
export function recordedProperties({ connection, __secret, ...members }: Properties): Properties {
  return { ...members, ...(connection as object | undefined) };
}

/** The inputs of an imported room: those that a program would give. */
export function importedInputs(id: string, inputs: Properties): Properties {
  return { identifier: id, ...pick(inputs, connectionArguments) };
}

function pick(values: Properties, names: readonly string[]): Properties {
  return Object.fromEntries(
    names.filter((name) => values[name] !== undefined).map((name) => [name, values[name]]),
  );
}

function without(values: Properties, names: readonly string[]): Properties {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}
