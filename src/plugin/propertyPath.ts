// Pulumi's property paths, as the engine parses them: between quotes, a backslash escapes only a quote.
// https://www.pulumi.com/docs/iac/concepts/miscellaneous/property-paths/

/** Appends a key or an index to a path. */
export function memberPath(path: string, key: string, isIndex: boolean): string {
  if (isIndex) return `${path}[${key}]`;
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? `${path}.${key}` : `${path}["${key.replaceAll('"', '\\"')}"]`;
}

/** Splits a path into its keys and indices. */
export function segmentsOf(path: string): string[] {
  return [...path.matchAll(/\["((?:\\"|[^"])*)"\]|([^.[\]]+)/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('\\"', '"') ?? plain ?? "",
  );
}
