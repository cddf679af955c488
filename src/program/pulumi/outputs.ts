import * as pulumi from "@pulumi/pulumi";

/** An input whose outputs and promises have resolved. */
export interface Resolved {
  /** The plain value. Contains unknowns if `isKnown` is false. */
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
 * Waits for an output property of a resource, like `resolved`. Does not use the output's `isKnown`, because in a preview `isKnown` is also
 * false for properties that are not set.
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

/** Creates an output that is not secret. The value may contain secret outputs. */
export function outputOf<T>(value: Promise<T>, resources: Promise<Set<pulumi.Resource>>): pulumi.Output<T> {
  return new OutputOf<T>(new Set(), value, Promise.resolve(true), Promise.resolve(false), resources);
}

// Members of Output that are not in its public type. If Pulumi changes them, arguments cannot be outputs (tested by `manners`).
interface OutputMembers {
  promise(withUnknowns: boolean): Promise<unknown>;
  readonly isKnown: Promise<boolean>;
  readonly isSecret: Promise<boolean>;
  allResources(): Promise<Set<pulumi.Resource>>;
}

/**
 * The constructor of Output, which is not in its public type. If Pulumi changes it, functions such as getRoomOutput fail (tested by `manners`).
 */
export const OutputOf = pulumi.Output as unknown as new <T>(
  resources: Set<pulumi.Resource>,
  value: Promise<T>,
  isKnown: Promise<boolean>,
  isSecret: Promise<boolean>,
  allResources: Promise<Set<pulumi.Resource>>,
) => pulumi.Output<T>;
