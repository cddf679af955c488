import { withoutArns, withoutSecrets } from "../room/withoutSecrets";
import { connectionArguments } from "./connection";

/** The values of a call's arguments, keyed by argument name, and the names of the secret arguments. */
export interface CallArguments {
  readonly values: Readonly<Record<string, unknown>>;
  readonly secrets: readonly string[];
}

/** Removes the values of secret arguments from a message. If a secret argument selects what is read, also removes all IVS Chat ARNs. */
export function withoutSecretArguments(message: string, { values, secrets }: CallArguments): string {
  const text = withoutSecrets(
    message,
    secrets.map((name) => values[name]),
  );
  return secrets.some((name) => !connectionNames.has(name)) ? withoutArns(text) : text;
}

/** Collects the secret arguments of all calls, because a line in the console can be about any call. */
export class SecretArguments {
  private readonly calls: CallArguments[] = [];

  add(call: CallArguments): void {
    if (call.secrets.length > 0) this.calls.push(call);
  }

  withoutThem(line: string): string {
    return this.calls.reduce(withoutSecretArguments, line);
  }
}

const connectionNames = new Set<string>(connectionArguments);
