import * as pulumi from "@pulumi/pulumi";

/** What an input holds, once everything in it is there. */
export interface Resolved {
  /** The plain value; holds unknowns where it is not known. */
  readonly value: unknown;
  readonly isKnown: boolean;
  readonly isSecret: boolean;
  /** The resources that the value depends on. */
  readonly resources: Set<pulumi.Resource>;
}

/** Waits for all outputs and promises within a value, as Pulumi does for the arguments of a function. */
export function resolved(input: unknown): Promise<Resolved> {
  return resolvedOutput(pulumi.output(input));
}

/**
 * The same for a member of a resource, whose value has no outputs in it. In a preview, Pulumi takes a member that nobody has set for one
 * that is not known yet, too; but its value is undefined then, whereas that of one that really is not known says so.
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

/** An output of a value that may itself hold secrets, which stay secrets of their own. */
export function outputOf<T>(value: Promise<T>, resources: Promise<Set<pulumi.Resource>>): pulumi.Output<T> {
  return new OutputOf<T>(new Set(), value, Promise.resolve(true), Promise.resolve(false), resources);
}

// Members that every Output has and its public type leaves out. Without them, no argument that is an output can be read.
interface OutputMembers {
  promise(withUnknowns: boolean): Promise<unknown>;
  readonly isKnown: Promise<boolean>;
  readonly isSecret: Promise<boolean>;
  allResources(): Promise<Set<pulumi.Resource>>;
}

/** The constructor of every Output, which its public type leaves out. Without it, no function has an Output form. */
export const OutputOf = pulumi.Output as unknown as new <T>(
  resources: Set<pulumi.Resource>,
  value: Promise<T>,
  isKnown: Promise<boolean>,
  isSecret: Promise<boolean>,
  allResources: Promise<Set<pulumi.Resource>>,
) => pulumi.Output<T>;
