// Pulumi's property paths, as the engine reads them: in quotes, a backslash has a meaning only before a quote.
// https://www.pulumi.com/docs/iac/concepts/miscellaneous/property-paths/

/** The path of a member of what a path names. */
export function memberPath(path: string, key: string, isIndex: boolean): string {
  if (isIndex) return `${path}[${key}]`;
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? `${path}.${key}` : `${path}["${key.replaceAll('"', '\\"')}"]`;
}

/** The names and indices of a path. */
export function segmentsOf(path: string): string[] {
  return [...path.matchAll(/\["((?:\\"|[^"])*)"\]|([^.[\]]+)/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('\\"', '"') ?? plain ?? "",
  );
}
