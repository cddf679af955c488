import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { pages, root } from "./documents";

const sources = (readdirSync(join(root, "src"), { recursive: true }) as string[]).filter((file) =>
  file.endsWith(".ts"),
);

/** Returns the TypeScript code blocks of a doc comment or a document. */
function blocks(text: string): string[] {
  return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""]) => code.replace(/^ *\* ?/gm, ""));
}

describe("documentation", () => {
  test("has only examples that compile, in doc comments, the README and docs/", () => {
    const folder = mkdtempSync(join(tmpdir(), "ivschat-docs-"));
    const documents = ["README.md", ...pages].map((file) => join(root, file));
    const examples = [...sources.map((file) => join(root, "src", file)), ...documents].flatMap((file) =>
      blocks(readFileSync(file, "utf8"))
        .filter((code) => !code.includes('from "./') && !code.includes('import("./'))
        .map((code) => ({ file, code })),
    );
    expect(examples.length).toBeGreaterThan(20);
    const files = examples.map(({ code }, index) => {
      const file = join(folder, `example-${index}.ts`);
      // Makes each example a module, even if it imports only types.
      writeFileSync(file, code.includes("export =") ? code : `${code}\nexport {};\n`);
      return file;
    });
    const program = ts.createProgram(files, {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.Preserve,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: ["node"],
      typeRoots: [join(root, "node_modules/@types")],
      paths: {
        "pulumi-ivschat": [join(root, "src/index.ts")],
        "@pulumi/pulumi": [join(root, "node_modules/@pulumi/pulumi/index.d.ts")],
        "@pulumi/aws": [join(root, "node_modules/@pulumi/aws/index.d.ts")],
      },
    });
    const problems = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
      const index = files.indexOf(file?.fileName ?? "");
      return `${examples[index]?.file ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, " ")}\n${examples[index]?.code ?? ""}`;
    });
    rmSync(folder, { recursive: true });
    expect(problems).toEqual([]);
  });

  test("has a description of every export, one example of each function and class, and no example of a type", () => {
    const index = join(root, "src/index.ts");
    const program = ts.createProgram([index], {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      module: ts.ModuleKind.Node16,
      moduleResolution: ts.ModuleResolutionKind.Node16,
    });
    const checker = program.getTypeChecker();
    const file = program.getSourceFile(index);
    const symbol = file && checker.getSymbolAtLocation(file);
    if (!symbol) throw new Error("src/index.ts is not a module");
    const documented = checker
      .getExportsOfModule(symbol)
      .map((exported) =>
        exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported,
      )
      .map((exported) => ({
        name: exported.name,
        isDescribed: exported.getDocumentationComment(checker).length > 0,
        examples: exported.getJsDocTags(checker).filter((tag) => tag.name === "example").length,
        expectedExamples: exported.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Class) ? 1 : 0,
      }));
    expect(documented.map(({ name }) => name)).toEqual(expect.arrayContaining(["getRoom", "GetRoomArgs"]));
    const wrong = documented.filter(
      ({ isDescribed, examples, expectedExamples }) => !isDescribed || examples !== expectedExamples,
    );
    expect(wrong).toEqual([]);
  });
});
