import { runForJson } from "../run";

/** What a stack's preview took, and what its resources take in the state. */
export interface Preview {
  /** When the preview began, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly seconds: number;
  readonly bytes: number;
  /** The most memory that the program and the provider's process held, in MB. */
  readonly program: number;
  readonly provider: number;
}

/** Existing rooms of the npm package or of the plugin, or resources that do nothing, with a room's members or a single one. */
export type Kind = "rooms" | "plugin" | "nothing" | "oneMember";

/** Measures a preview in a process of its own; the arguments say how many resources, and whether it is the stack's first. */
export function previewOf(
  kind: Kind,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Preview> {
  return runForJson(process.execPath, ["scripts/bench/programs/preview.mjs", kind, ...args], environment);
}
