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
export declare function resolved(input: unknown): Promise<Resolved>;
/**
 * The same for a member of a resource, whose value has no outputs in it. In a preview, Pulumi takes a member that nobody has set for one
 * that is not known yet, too; but its value is undefined then, whereas that of one that really is not known says so.
 */
export declare function resolvedMember(member: unknown): Promise<Resolved>;
/** An output of a value that may itself hold secrets, which stay secrets of their own. */
export declare function outputOf<T>(value: Promise<T>, resources: Promise<Set<pulumi.Resource>>): pulumi.Output<T>;
/** The constructor that every Output is made by, and that its public type leaves out. */
export declare const OutputOf: new <T>(resources: Set<pulumi.Resource>, value: Promise<T>, isKnown: Promise<boolean>, isSecret: Promise<boolean>, allResources: Promise<Set<pulumi.Resource>>) => pulumi.Output<T>;
