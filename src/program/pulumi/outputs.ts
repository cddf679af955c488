import * as pulumi from "@pulumi/pulumi";

/** An input whose outputs and promises have resolved. */
export interface Resolved {
  /** The plain value; contains unknowns if it is not known. */
  readonly value: unknown;
  readonly isKnown: boolean;
  readonly isSecret: boolean;
  readonly resources: Set<pulumi.Resource>;
}

/** Waits for all outputs and promises in a value, at any depth. */
export function resolved(input: unknown): Promise<Resolved> {
  return resolvedOutput(pulumi.output(input));
}

/**
 * Like `resolved`, for an output property of a resource. In a preview, `isKnown` is false also for properties that are not set, so a
 * property counts as unknown only if its value contains an unknown.
 */
export async function resolvedMember(member: unknown): Promise<Resolved> {
  if (!pulumi.Output.isInstance(member)) return resolved(member);
  const all = await resolvedOutput(member);
  return { ...all, isKnown: !pulumi.containsUnknowns(all.value) };
}

async function resolvedOutput(of: pulumi.Output<unknown>): Promise<Resolved> {
  const output = of as unknown as OutputMembers;
  const [value, isKnown, isSecret, resources] = await Promise.all([
    output.promise(true),
    output.isKnown,
    output.isSecret,
    output.allResources(),
  ]);
  return { value, isKnown, isSecret, resources };
}

/** An output that is not secret itself, but whose value may contain secret outputs. */
export function outputOf<T>(value: Promise<T>, resources: Promise<Set<pulumi.Resource>>): pulumi.Output<T> {
  return new OutputOf<T>(new Set(), value, Promise.resolve(true), Promise.resolve(false), resources);
}

// Members of every Output that are missing in its public type. If they change, arguments cannot be outputs (shown by the test `manners`).
interface OutputMembers {
  promise(withUnknowns: boolean): Promise<unknown>;
  readonly isKnown: Promise<boolean>;
  readonly isSecret: Promise<boolean>;
  allResources(): Promise<Set<pulumi.Resource>>;
}

/** The constructor of Output, which is missing in its public type. If it changes, all functions with `Output` in their names fail (shown by the test `manners`). */
export const OutputOf = pulumi.Output as unknown as new <T>(
  resources: Set<pulumi.Resource>,
  value: Promise<T>,
  isKnown: Promise<boolean>,
  isSecret: Promise<boolean>,
  allResources: Promise<Set<pulumi.Resource>>,
) => pulumi.Output<T>;
