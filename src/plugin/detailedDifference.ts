import { isEqual } from "../room/compare";
import { memberPath, segmentsOf } from "./propertyPath";

export type Kind = "add" | "delete" | "update";

type Properties = Readonly<Record<string, unknown>>;

/**
 * Returns the property paths at which two sets of properties differ. The preview shows one line for each path. A secret property is
 * compared as a whole, because a path into it would reveal its keys.
 */
export function detailedDifference(
  before: Properties,
  after: Properties,
  secrets: readonly string[] = [],
): Map<string, Kind> {
  const changes = new Map<string, Kind>();
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    // `id` and names that start with `__` are internal: the engine, the tracker, or the plugin adds them.
    if (name.startsWith("__") || name === "id") continue;
    compare(own(before, name), own(after, name), name, !secrets.includes(name), changes);
  }
  return changes;
}

/** Removes the changes that `ignoreChanges` covers. An ignored path covers everything below it. */
export function withoutIgnored(
  changes: ReadonlyMap<string, Kind>,
  ignored: readonly string[],
): Map<string, Kind> {
  const prefixes = ignored.map(segmentsOf);
  const isIgnored = (path: string) => {
    const segments = segmentsOf(path);
    return prefixes.some((prefix) =>
      prefix.every(
        (name, index) => segments[index] !== undefined && (name === "*" || name === segments[index]),
      ),
    );
  };
  return new Map([...changes].filter(([path]) => !isIgnored(path)));
}

/** Returns the top-level property of each path, without duplicates. */
export function propertiesOf(paths: Iterable<string>): string[] {
  return [...new Set([...paths].map((path) => segmentsOf(path)[0] ?? path))];
}

function compare(
  before: unknown,
  after: unknown,
  path: string,
  isOpen: boolean,
  changes: Map<string, Kind>,
): void {
  if (isEqual(before, after)) return;
  if (before === undefined) changes.set(path, "add");
  else if (after === undefined) changes.set(path, "delete");
  else if (isOpen && isObject(before) && isObject(after) && Array.isArray(before) === Array.isArray(after))
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
      compare(
        own(before, key),
        own(after, key),
        memberPath(path, key, Array.isArray(after)),
        isOpen,
        changes,
      );
  else changes.set(path, "update");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

// Reads own properties only: a tag key can be `constructor`, which every object inherits.
function own(values: Properties, name: string): unknown {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
