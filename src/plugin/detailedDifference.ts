import { isEqual } from "../room/compare";

export type Kind = "add" | "delete" | "update";

/** The paths at which two sets of properties differ, in the form that the engine shows a line for each. */
export function detailedDifference(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Map<string, Kind> {
  const changes = new Map<string, Kind>();
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    // Neither is the room's: what the engine adds, and what the tracker keeps for itself.
    if (!name.startsWith("__") && name !== "id") compare(before[name], after[name], name, changes);
  }
  return changes;
}

/** The changes except those that the program ignores: of these paths, and of what they hold. */
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

/** The names of the properties that the paths begin with. */
export function propertiesOf(paths: Iterable<string>): string[] {
  return [...new Set([...paths].map((path) => segmentsOf(path)[0] ?? path))];
}

function segmentsOf(path: string): string[] {
  return [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|([^.[\]]+)/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? "") : (JSON.parse(`"${quoted}"`) as string),
  );
}

function compare(before: unknown, after: unknown, path: string, changes: Map<string, Kind>): void {
  if (isEqual(before, after)) return;
  if (before === undefined) changes.set(path, "add");
  else if (after === undefined) changes.set(path, "delete");
  else if (isObject(before) && isObject(after))
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
      compare(before[key], after[key], `${path}${segment(key, Array.isArray(after))}`, changes);
  else changes.set(path, "update");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

// As in Pulumi's property paths: https://www.pulumi.com/docs/iac/concepts/miscellaneous/property-paths/
function segment(key: string, isIndex: boolean): string {
  if (isIndex) return `[${key}]`;
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
