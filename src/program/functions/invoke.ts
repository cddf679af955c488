import * as pulumi from "@pulumi/pulumi";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { connectionArguments, type ConnectionArgs } from "../../arguments/connection";
import { OutputOf, resolved } from "../pulumi/outputs";
import { invalid, invalidWithoutValue } from "../../arguments/check";
import { providerOf, settingsFor } from "../providerSettings";
import { isMocked, keepAlive } from "../pulumi/engine";
import { ConnectionProblem } from "../../aws/problem";
import { failureOf } from "../../reading/failure";
import type { ReadFunction } from "../../reading/functions";
import { areCreated, resourcesIn } from "../pulumi/resources";
import { withoutArns, withoutSecrets } from "../../reading/withoutSecrets";
import { ownError } from "../ownError";
import { runOf } from "../run";

/** A function of the package, in a program. */
export interface PulumiFunction<Args, Result> extends ReadFunction<Args, Result> {
  /** Converts the result of a mock, which is used as it is without this. */
  readonly fromMock?: (result: unknown) => Result;
}

/** Calls a function in its plain form. */
export async function invoke<Args extends object, Result>(
  { token, check, read, fromMock }: PulumiFunction<Args, Result>,
  args: Args,
  opts: pulumi.InvokeOptions = {},
): Promise<Result> {
  if (isMocked()) {
    const result: unknown = await pulumi.runtime.invoke(token, args, withoutForeignProvider(opts));
    return fromMock ? fromMock(result) : (result as Result);
  }
  const done = keepAlive();
  try {
    const plain = argumentsOf(args) as Args;
    refuseOutputs(plain, token);
    check(plain);
    const { settings, run } = await surroundings(opts, plain);
    if (settings === undefined) {
      throw new pulumi.RunError(
        `${token}: the provider's configuration is not known yet; use the function's Output form`,
      );
    }
    return await read(plain, run, settings, 0);
  } catch (error) {
    throw ownError(error);
  } finally {
    done();
  }
}

/**
 * Calls a function in its Output form, with the manners of one that the engine serves: it waits for every resource among its arguments
 * and `dependsOn`, is unknown and makes no request while one of them is not created yet, passes on secretness and dependencies.
 */
export function invokeOutput<Args extends object, Result>(
  fn: PulumiFunction<Args, Result>,
  args: object,
  opts: pulumi.InvokeOutputOptions = {},
): pulumi.Output<Result> {
  if (isMocked()) {
    const result = pulumi.runtime.invokeOutput<unknown>(fn.token, args, withoutForeignProvider(opts));
    return result.apply((value) => (fn.fromMock ? fn.fromMock(value) : value)) as pulumi.Output<Result>;
  }
  // Thrown at once: what fails before anybody has the output is reported by Node.js, too.
  providerOf(opts);
  const done = keepAlive();
  const outcome = readWhenReady(fn, args, opts).catch(failLater).finally(done);
  // Whoever uses the output sees a failure through its value; these three need not fail a second time.
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

// A failure that comes before the program's body has ended is one that nobody handles yet, which Node.js warns of.
async function failLater(error: unknown): Promise<never> {
  await sleep(100);
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
  try {
    const plain = argumentsOf(implicit.value) as Args;
    check(plain);
    const { settings, run } = await surroundings(opts, plain);
    if (settings === undefined) return unknown;
    // In an update, what was waited for may have changed the room: a read from before that does not count.
    const notBefore = dependencies.size > 0 && !pulumi.runtime.isDryRun() ? performance.now() : 0;
    const value = await read(plain, run, settings, notBefore);
    return { value, isKnown: true, isSecret: implicit.isSecret, dependencies };
  } catch (error) {
    // An error of the arguments is not this call's own: Pulumi tells the same one once.
    throw ownError(error, implicit.isSecret ? await withoutSecretsOf(args) : undefined);
  }
}

/** What takes the values of secret arguments, and the ARNs that these lead to, out of a message. */
async function withoutSecretsOf(args: object): Promise<(text: string) => string> {
  const inputs = await Promise.all(
    Object.entries(args).map(async ([name, input]) => ({ name, ...(await resolved(input)) })),
  );
  const secrets = inputs.filter(({ isSecret }) => isSecret);
  const isRoomSecret = secrets.some(({ name }) => !connectionNames.has(name));
  return (text) => {
    const shown = withoutSecrets(
      text,
      secrets.map(({ value }) => value),
    );
    return isRoomSecret ? withoutArns(shown) : shown;
  };
}

const connectionNames = new Set<string>(connectionArguments);

// Configuration that is not what it should be is told like any other reason why nothing can be read.
async function surroundings(opts: pulumi.InvokeOptions, args: ConnectionArgs) {
  try {
    return { settings: await settingsFor(opts, args), run: runOf() };
  } catch (error) {
    if (!(error instanceof ConnectionProblem)) throw error;
    throw failureOf(error, { what: "Amazon IVS Chat", region: undefined, action: "" });
  }
}

// Mocks know the function by its token. Its package is not that of the provider, so the engine's call must not look for one.
function withoutForeignProvider<Options extends pulumi.InvokeOptions>(opts: Options): Options {
  return { ...opts, provider: undefined, parent: undefined };
}

function refuseOutputs(args: object, token: string): void {
  const name = token.split(":").at(-1) ?? token;
  for (const [argument, value] of Object.entries(args as Record<string, unknown>)) {
    if (holdsOutput(value)) {
      throw invalidWithoutValue(
        argument,
        `of ${name} is an Output, whose value is not known yet; call ${name}Output`,
      );
    }
  }
}

function holdsOutput(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return pulumi.Output.isInstance(value) || Object.values(value).some(holdsOutput);
}

function argumentsOf(value: unknown): object {
  if (typeof value !== "object" || value === null) throw invalid("args", value, "must be an object");
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
