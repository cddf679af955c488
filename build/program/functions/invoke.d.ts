import * as pulumi from "@pulumi/pulumi";
import type { ConnectionSettings } from "../../aws/settings";
import type { Run } from "../../reading/run";
/** A read, as one of Pulumi's functions. */
export interface PulumiFunction<Args, Result> {
    /** The token that mocks and policies know the function by. */
    readonly token: string;
    /** Throws where the arguments are wrong, before anything is asked. */
    readonly check: (args: Args) => void;
    /** Reads, with arguments that are plain values. The answer must hold from `notBefore` on. */
    readonly read: (args: Args, run: Run, settings: ConnectionSettings, notBefore: number) => Promise<Result>;
    /** What the result of a mock means; itself, where this is left out. */
    readonly fromMock?: (result: unknown) => Result;
}
/** Calls a function in its plain form. */
export declare function invoke<Args extends object, Result>({ token, check, read, fromMock }: PulumiFunction<Args, Result>, args: Args, opts?: pulumi.InvokeOptions): Promise<Result>;
/**
 * Calls a function in its Output form, with the manners of one that the engine serves: it waits for every resource among its arguments
 * and `dependsOn`, is unknown and makes no request while one of them is not created yet, passes on secretness and dependencies.
 */
export declare function invokeOutput<Args extends object, Result>(fn: PulumiFunction<Args, Result>, args: object, opts?: pulumi.InvokeOutputOptions): pulumi.Output<Result>;
