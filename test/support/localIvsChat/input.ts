import Ajv, { type ErrorObject, type ValidateFunction } from "ajv";
import { validation } from "./errors";
import { inputs, type Schema } from "./schemas";

export type Input = Readonly<Record<string, unknown>>;

/** Validates the members of a request and returns those in the API model. Throws the service's ValidationException. */
export function inputOf(operation: string, members: object): Input {
  const schema = inputs[operation] ?? {};
  const input = known(schema, members) as Input;
  const isValid = validatorOf(operation, schema);
  if (isValid(input)) return input;
  const fields = (isValid.errors ?? []).map((error) => ({
    name: fieldOf(error),
    message: error.message ?? "",
  }));
  const [first] = fields;
  throw validation(`1 validation error detected: ${first?.name} ${first?.message}`, fields);
}

const ajv = new Ajv({ allErrors: true, strict: false });
const validators = new Map<string, ValidateFunction>();

function validatorOf(operation: string, schema: Schema): ValidateFunction {
  const validator = validators.get(operation) ?? ajv.compile(schema);
  validators.set(operation, validator);
  return validator;
}

/** Removes members that are null or not in the API model. */
function known(schema: Schema, value: unknown): unknown {
  const { properties } = schema;
  if (properties === undefined || typeof value !== "object" || value === null || Array.isArray(value))
    return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, member]) => Object.hasOwn(properties, name) && member !== null)
      .map(([name, member]) => [name, known(properties[name] ?? {}, member)]),
  );
}

function fieldOf({ instancePath, params }: ErrorObject): string {
  const missing = (params as { missingProperty?: string }).missingProperty;
  return instancePath.slice(1).replaceAll("/", ".") || (missing ?? "body");
}
