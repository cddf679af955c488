import { connectionArguments } from "../arguments/connection";
import { withoutArns, withoutSecrets } from "../room/withoutSecrets";
import type { Values } from "./values";

/** A message without the secret ones of these arguments, and without the rooms that they select. */
export function withoutSecretArguments(message: string, { values, secrets }: Values): string {
  const text = withoutSecrets(
    message,
    secrets.map((name) => values[name]),
  );
  return secrets.some((name) => !connectionNames.has(name)) ? withoutArns(text) : text;
}

/** The secret arguments of all calls so far. A line in the console may be about any of them. */
export class SecretArguments {
  private readonly calls: Values[] = [];

  add(call: Values): void {
    if (call.secrets.length > 0) this.calls.push(call);
  }

  withoutThem(line: string): string {
    return this.calls.reduce(withoutSecretArguments, line);
  }
}

const connectionNames = new Set<string>(connectionArguments);
