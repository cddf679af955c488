import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const root = join(__dirname, "..", "..");

/** Caches parsed declaration files across compilations. The kind of module is part of the key. */
const declarations = new Map<string, ts.SourceFile | undefined>();

function hostOf(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const parse = host.getSourceFile.bind(host);
  host.getSourceFile = (file, version, ...others) => {
    if (!file.endsWith(".d.ts")) return parse(file, version, ...others);
    const key = `${file} ${JSON.stringify(version)}`;
    if (!declarations.has(key)) declarations.set(key, parse(file, version, ...others));
    return declarations.get(key);
  };
  return host;
}

/** Returns the errors that the strict compiler reports for these files. */
function compile(files: string[], given: ts.CompilerOptions): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
    ...given,
  };
  const program = ts.createProgram(files, options, hostOf(options));
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, " ");
    const line = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0;
    return `${diagnostic.file?.fileName ?? ""}:${line + 1} ${text}`;
  });
}

const fits = join(__dirname, "fits.ts");
const source = { "pulumi-ivschat": [join(root, "src/index.ts")] };

const versions: [string, ts.CompilerOptions][] = [
  ["7", { paths: source }],
  [
    "6",
    {
      paths: {
        ...source,
        "@pulumi/aws": [join(root, "node_modules/@pulumi/aws-v6/index.d.ts")],
        "@pulumi/aws/*": [join(root, "node_modules/@pulumi/aws-v6/*")],
      },
    },
  ],
];

describe("the compiler", () => {
  test.each(versions)(
    "accepts a strict program with @pulumi/aws %s, except for the lines that are marked as errors",
    (_version, options) => {
      expect(compile([fits], options)).toEqual([]);
    },
  );

  test.each([
    [
      "CommonJS, as in a project from `pulumi new`",
      {
        module: ts.ModuleKind.CommonJS,
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- what `pulumi new` makes
        moduleResolution: ts.ModuleResolutionKind.Node10,
        ignoreDeprecations: "6.0",
      },
    ],
    ["a bundler", { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }],
    ["exact optional properties", { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true }],
  ] as [string, ts.CompilerOptions][])(
    "accepts a strict program with the built declarations for %s",
    (_what, options) => {
      // Without `paths`, the import resolves to node_modules/pulumi-ivschat, a link to the checkout, and thus to the declarations in dist.
      expect(compile([fits], options)).toEqual([]);
    },
  );

  test("accepts the built declarations without skipLibCheck", () => {
    const folder = join(root, "dist");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".d.ts"))
      .map((file) => join(folder, file));
    const problems = compile(files, { skipLibCheck: false });
    expect(problems.filter((problem) => problem.startsWith(folder))).toEqual([]);
  });

  test.each([
    "read-room",
    "track-room",
    "share-limits/rooms",
    "share-limits/consumer",
    "aws-wiring",
    "clone-room",
    "room-policy",
    "room-policy/policies",
  ])("accepts the example %s with its own settings", (example) => {
    const folder = join(root, "examples", example);
    const config = ts.parseJsonConfigFileContent(
      ts.readConfigFile(join(folder, "tsconfig.json"), (file) => ts.sys.readFile(file)).config,
      ts.sys,
      folder,
    );
    expect(compile(config.fileNames, { ...config.options, noEmit: true, types: ["node"] })).toEqual([]);
  });
});
