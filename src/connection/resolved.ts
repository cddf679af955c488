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
export async function resolved(input: unknown): Promise<Resolved> {
  const output = pulumi.output(input) as unknown as OutputMembers;
  const [value, isKnown, isSecret, resources] = await Promise.all([
    output.promise(true),
    output.isKnown,
    output.isSecret,
    output.allResources(),
  ]);
  return { value, isKnown, isSecret, resources };
}

// What every Output has and its public type leaves out.
interface OutputMembers {
  promise(withUnknowns: boolean): Promise<unknown>;
  readonly isKnown: Promise<boolean>;
  readonly isSecret: Promise<boolean>;
  allResources(): Promise<Set<pulumi.Resource>>;
}
