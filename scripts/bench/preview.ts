import { runForJson } from "../run";

/** The measurements of a preview. */
export interface Preview {
  /** When the preview began, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly seconds: number;
  /** The size of one resource in the state, as JSON. 0 for the first preview of a stack. */
  readonly bytes: number;
  /** The peak memory of the process of the program, in MB. 0 on systems without /proc. */
  readonly program: number;
  /** The peak memory of the process of the provider, in MB. 0 on systems without /proc. */
  readonly provider: number;
}

/**
 * The kind of resources: `ExistingRoom` of the npm package (`rooms`) or of the plugin (`plugin`), or dynamic resources that do nothing
 * and have the properties of a room (`nothing`) or a single property (`oneMember`).
 */
export type Kind = "rooms" | "plugin" | "nothing" | "oneMember";

/** Measures a preview in a separate process. `args` are the number of resources and, to measure the stack's first preview, `first`. */
export function previewOf(
  kind: Kind,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Preview> {
  return runForJson(process.execPath, ["scripts/bench/programs/preview.mjs", kind, ...args], environment);
}
