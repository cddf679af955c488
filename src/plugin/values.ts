import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { markerKey, secretSignature, secretValue, unknownStrings, unknownValue } from "../room/markers";

/** Properties that the engine sent, as plain values. An unknown value is `unknownValue`. */
export interface Values {
  readonly values: Record<string, unknown>;
  /** The names of the properties that are secret or contain a secret. */
  readonly secrets: readonly string[];
}

/**
 * Decodes properties that the engine sent. Leaves out null properties, because some languages send null for an argument that is not set.
 * Throws if a value is an asset, an archive or a resource.
 */
export function valuesOf(struct: Struct | undefined): Values {
  const given = (struct?.toJavaScript() ?? {}) as Record<string, unknown>;
  const secrets = new Set<string>();
  const values = Object.fromEntries(
    Object.entries(given)
      .map(([name, value]) => [name, plainValue(value, name, () => secrets.add(name))] as const)
      .filter(([, value]) => value !== null),
  );
  return { values, secrets: [...secrets] };
}

/** Encodes properties for the engine. Undefined members are left out. */
export function structOf(values: object): Struct {
  return Struct.fromJavaScript(
    JSON.parse(JSON.stringify(values)) as Parameters<typeof Struct.fromJavaScript>[0],
  );
}

/** Returns all properties, and marks those for which `isSecret` returns true as secret. */
export function withSecrets(
  values: Readonly<Record<string, unknown>>,
  isSecret: (name: string) => boolean,
): Record<string, unknown> {
  return Object.fromEntries(
    // The engine rejects a secret without a value, so an undefined value becomes null.
    Object.entries(values).map(([name, value]) => [
      name,
      isSecret(name) ? secretValue(value ?? null) : value,
    ]),
  );
}

function plainValue(value: unknown, path: string, foundSecret: () => void): unknown {
  if (typeof value === "string") return unknownStrings.has(value) ? unknownValue : value;
  if (Array.isArray(value))
    return value.map((item, index) => plainValue(item, `${path}[${index}]`, foundSecret));
  if (typeof value !== "object" || value === null) return value;
  const { [markerKey]: signature, ...members } = value as Record<string, unknown>;
  switch (signature) {
    case undefined:
      return Object.fromEntries(
        Object.entries(members).map(([name, member]) => [
          name,
          plainValue(member, `${path}.${name}`, foundSecret),
        ]),
      );
    case secretSignature:
      foundSecret();
      return plainValue(members.value ?? null, path, foundSecret);
    case outputSignature:
      if (members.secret === true) foundSecret();
      return "value" in members ? plainValue(members.value, path, foundSecret) : unknownValue;
    default:
      throw new Error(`${path} is an asset, an archive or a resource, where a plain value is expected`);
  }
}

// The value of `markerKey` in an output, in Pulumi's wire format (sdk/go/common/resource/sig in pulumi/pulumi).
const outputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
