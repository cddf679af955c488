import { connectionArguments } from "../arguments/connection";
import { isEqual } from "../room/compare";
import { propertyNames, type Properties } from "../tracking/properties";
import type { Values } from "./values";

/** The token of the resource. */
export const existingRoomType = "ivschat:index:ExistingRoom";

/**
 * The arguments of a program in the form that the tracker takes. Beside the arguments, the engine sends recorded members of the room if
 * the program ignores their changes. `name` and `tags` are both: beside an identifier, they are recorded members.
 */
export function programProperties({ values, secrets }: Values, olds: Properties): Properties {
  const isCopied = (name: string) => values.identifier !== undefined && isEqual(values[name], olds[name]);
  const named = ["identifier", "name", "tags"].filter((name) => !isCopied(name) || name === "identifier");
  const lookup = pick(values, named);
  const members = propertyNames.filter((name) => !(name in lookup));
  return {
    ...pick(values, members),
    ...(values.identifier === undefined ? {} : { identifier: values.identifier }),
    __lookup: { ...lookup, secrets },
    connection: pick(values, connectionArguments),
  };
}

/** What is recorded, in the form that the tracker takes. A room is secret as a whole. */
export function trackedProperties({ values, secrets }: Values): Properties {
  const { __secret, ...recorded } = values;
  return {
    ...without(recorded, connectionArguments),
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
