import ts from "typescript";
import { join } from "node:path";
import { root } from "../run";

/** A type of the schema. */
export type SchemaType = Readonly<Record<string, unknown>>;

/** A member of an interface in src, converted to the schema. */
export interface Member {
  readonly name: string;
  readonly isOptional: boolean;
  readonly schema: SchemaType & { readonly description: string };
}

const program = ts.createProgram(
  [join(root, "src/index.ts"), join(root, "src/aws/settings.ts"), join(root, "src/reading/run.ts")],
  {
    strict: true,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    skipLibCheck: true,
    types: ["node"],
  },
);
const checker = program.getTypeChecker();

/** Returns the members of an interface in a file of src. `refs` maps the names of other interfaces and unions to types of the schema. */
export function membersOf(file: string, name: string, refs: Readonly<Record<string, SchemaType>>): Member[] {
  const source = program.getSourceFile(join(root, "src", file));
  const declaration = source?.statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === name,
  );
  if (!declaration) throw new Error(`src/${file} has no interface ${name}`);
  const isGiven = (member: ts.PropertySignature) => member.type?.kind !== ts.SyntaxKind.UndefinedKeyword;
  return declaration.members
    .filter(ts.isPropertySignature)
    .filter(isGiven)
    .map((member) => {
      const symbol = checker.getSymbolAtLocation(member.name);
      const description = plain(ts.displayPartsToString(symbol?.getDocumentationComment(checker)));
      if (description === "")
        throw new Error(`${name}.${member.name.getText()} of src/${file} has no description`);
      if (!member.type) throw new Error(`${name}.${member.name.getText()} has no type`);
      return {
        name: member.name.getText(),
        isOptional: member.questionToken !== undefined,
        schema: { ...schemaOf(member.type, refs), description },
      };
    });
}

function schemaOf(type: ts.TypeNode, refs: Readonly<Record<string, SchemaType>>): SchemaType {
  const text = type.getText().replace(" | undefined", "");
  const array = /^(?:readonly )?(.+)\[\]$/.exec(text)?.[1];
  const record = /^(?:Readonly<)?Record<string, (\w+)>+$/.exec(text)?.[1];
  if (array !== undefined) return { type: "array", items: named(array, refs) };
  if (record !== undefined) return { type: "object", additionalProperties: named(record, refs) };
  return named(text, refs);
}

function named(name: string, refs: Readonly<Record<string, SchemaType>>): SchemaType {
  // All numbers in rooms are integers.
  if (name === "number") return { type: "integer" };
  if (name === "string" || name === "boolean") return { type: name };
  const ref = refs[name];
  if (ref === undefined) throw new Error(`the schema has no type for ${name}`);
  return ref;
}

const plain = (text: string) => text.replace(/\s+/g, " ").trim();
