import * as pulumi from "@pulumi/pulumi";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { ConnectionArgs } from "../../arguments/connection";
import { withoutSecretArguments, type CallArguments } from "../../arguments/secretArguments";
import { OutputOf, resolved } from "../pulumi/outputs";
import { invalid, invalidWithoutValue } from "../../arguments/check";
import { providerOf, settingsFor } from "../providerSettings";
import { isMocked, keepAlive } from "../pulumi/engine";
import { ConnectionProblem } from "../../aws/problem";
import { failureOf } from "../../reading/failure";
import type { ReadFunction } from "../../reading/functions";
import { areCreated, resourcesIn } from "../pulumi/resources";
import { ownError } from "../ownError";
import { runOf } from "../run";

export interface PulumiFunction<Args, Result> extends ReadFunction<Args, Result> {
  /** The token that mocks receive. Defaults to `token`. */
  readonly mockToken?: string;
  /** Converts the result of a mock. By default, the result is returned unchanged. */
  readonly fromMock?: (result: unknown) => Result;
}

export async function invoke<Args extends object, Result>(
  { token, mockToken = token, check, read, fromMock }: PulumiFunction<Args, Result>,
  args: Args,
  opts: pulumi.InvokeOptions = {},
): Promise<Result> {
  if (isMocked()) {
    const result: unknown = await pulumi.runtime.invoke(mockToken, args, withoutForeignProvider(opts));
    return fromMock ? fromMock(result) : (result as Result);
  }
  const done = keepAlive();
  try {
    const plain = argumentsOf(args) as Args;
    rejectOutputs(plain, token);
    check(plain);
    const { settings, run } = await settingsAndRun(opts, plain);
    if (settings === undefined) {
      const name = nameOf(token);
      throw new pulumi.RunError(`${name}: the provider's configuration is not known yet; call ${name}Output`);
    }
    return await read(plain, run, settings, 0);
  } catch (error) {
    throw ownError(error);
  } finally {
    done();
  }
}

/**
 * Calls a function with arguments that may be outputs. Behaves like `runtime.invokeOutput`: the call waits for the dependencies. The output
 * is unknown in a preview until the dependencies exist, and propagates secrets and dependencies.
 */
export function invokeOutput<Args extends object, Result>(
  fn: PulumiFunction<Args, Result>,
  args: object,
  opts: pulumi.InvokeOutputOptions = {},
): pulumi.Output<Result> {
  if (isMocked()) {
    const token = fn.mockToken ?? fn.token;
    const result = pulumi.runtime.invokeOutput<unknown>(token, args, withoutForeignProvider(opts));
    return result.apply((value) => (fn.fromMock ? fn.fromMock(value) : value)) as pulumi.Output<Result>;
  }
  // Throws synchronously if the provider is invalid. In a promise, Node.js would also report the error as an unhandled rejection.
  providerOf(opts);
  const done = keepAlive();
  const outcome = readWhenReady(fn, args, opts).catch(failLater).finally(done);
  // If the read fails, only the value rejects. The other promises have no handler, so a rejection would be unhandled.
  const or = <T>(member: Promise<T>, fallback: T) => member.catch(() => fallback);
  return new OutputOf<Result>(
    new Set(),
    outcome.then(({ value }) => value),
    or(
      outcome.then(({ isKnown }) => isKnown),
      true,
    ),
    or(
      outcome.then(({ isSecret }) => isSecret),
      false,
    ),
    or(
      outcome.then(({ dependencies }) => dependencies),
      new Set(),
    ),
  );
}

// Delays the error, so that the program can use the output first. Otherwise, Node.js reports an unhandled rejection.
async function failLater(error: unknown): Promise<never> {
  await sleep(250);
  throw error;
}

interface Outcome<Result> {
  readonly value: Result;
  readonly isKnown: boolean;
  readonly isSecret: boolean;
  readonly dependencies: Set<pulumi.Resource>;
}

async function readWhenReady<Args extends object, Result>(
  { check, read }: PulumiFunction<Args, Result>,
  args: object,
  opts: pulumi.InvokeOutputOptions,
): Promise<Outcome<Result>> {
  const [explicit, implicit] = await Promise.all([resolved(opts.dependsOn ?? []), resolved(args)]);
  const dependencies = new Set([
    ...resourcesIn(explicit.value),
    ...explicit.resources,
    ...implicit.resources,
  ]);
  const unknown = {
    value: undefined as Result,
    isKnown: false,
    isSecret: implicit.isSecret,
    dependencies,
  };
  if (!implicit.isKnown || !explicit.isKnown || !(await areCreated(dependencies))) return unknown;
  const call = implicit.isSecret ? await callArguments(args) : { values: {}, secrets: [] };
  try {
    const plain = argumentsOf(implicit.value) as Args;
    check(plain);
    const { settings, run } = await settingsAndRun(opts, plain);
    if (settings === undefined) return unknown;
    run.secrets.add(call);
    // In an update, the dependencies may have changed the room, so results from before they were updated are not used.
    const notBefore = dependencies.size > 0 && !pulumi.runtime.isDryRun() ? performance.now() : 0;
    const value = await read(plain, run, settings, notBefore);
    return { value, isKnown: true, isSecret: implicit.isSecret, dependencies };
  } catch (error) {
    // Throws a copy, because several calls can share this error. The error of a rejected argument is thrown above and not copied, because
    // Pulumi prints the same error object only once.
    throw ownError(error, (message) => withoutSecretArguments(message, call));
  }
}

async function callArguments(args: object): Promise<CallArguments> {
  const inputs = await Promise.all(
    Object.entries(args).map(async ([name, input]) => ({ name, ...(await resolved(input)) })),
  );
  return {
    values: Object.fromEntries(inputs.map(({ name, value }) => [name, value])),
    secrets: inputs.filter(({ isSecret }) => isSecret).map(({ name }) => name),
  };
}

async function settingsAndRun(opts: pulumi.InvokeOptions, args: ConnectionArgs) {
  try {
    return { settings: await settingsFor(opts, args), run: runOf() };
  } catch (error) {
    if (!(error instanceof ConnectionProblem)) throw error;
    throw failureOf(error, { what: "Amazon IVS Chat", region: undefined, action: "" });
  }
}

// `runtime.invoke` does not accept the provider of another package, such as an aws.Provider.
function withoutForeignProvider<Options extends pulumi.InvokeOptions>(opts: Options): Options {
  return { ...opts, provider: undefined, parent: undefined };
}

function rejectOutputs(args: object, token: string): void {
  const name = nameOf(token);
  for (const [argument, value] of Object.entries(args as Record<string, unknown>)) {
    if (holdsOutput(value)) {
      throw invalidWithoutValue(
        argument,
        `of ${name} is an Output, whose value is not known yet; call ${name}Output`,
      );
    }
  }
}

function nameOf(token: string): string {
  return token.split(":").at(-1) ?? token;
}

function holdsOutput(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return pulumi.Output.isInstance(value) || Object.values(value).some(holdsOutput);
}

function argumentsOf(value: unknown): object {
  if (typeof value !== "object" || value === null) throw invalid("args", value, "must be an object");
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
