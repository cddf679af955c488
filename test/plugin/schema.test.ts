import { schema } from "../../src/plugin/schema";

interface Schema {
  readonly config: object;
  readonly types: Readonly<Record<string, object>>;
  readonly resources: object;
  readonly functions: object;
}

const { config, types, resources, functions } = schema as Schema;

/** Returns the types to which a part of the schema refers, directly or through other types. */
function typesIn(part: object, found = new Set<string>()): Set<string> {
  for (const [, type = ""] of JSON.stringify(part).matchAll(/"#\/types\/([^"]+)"/g)) {
    if (found.has(type)) continue;
    found.add(type);
    typesIn(types[type] ?? {}, found);
  }
  return found;
}

describe("the schema", () => {
  // Pulumi's generator for Java would write the same class twice, and fail.
  test("has no type that is used in both the configuration and a resource or function", () => {
    const configured = typesIn(config);
    expect(configured).toContain("ivschat:config:AssumeRole");
    expect([...typesIn({ resources, functions })].filter((type) => configured.has(type))).toEqual([]);
  });

  test("describes every type to which it refers, and uses every type", () => {
    expect([...typesIn(schema)].sort()).toEqual(Object.keys(types).sort());
  });
});
