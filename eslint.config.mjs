import js from "@eslint/js";
import tseslint from "typescript-eslint";

// What each folder of src may import, as CONTRIBUTING says. The two faces stand on the core, and never on each other.
const core = ["room", "errors", "arguments", "aws", "reading", "tracking"];
const faces = ["program", "plugin"];
const layers = [...core, ...faces];

function importRule(layer) {
  const above = core.includes(layer)
    ? layers.slice(layers.indexOf(layer) + 1)
    : faces.filter((face) => face !== layer);
  const patterns = [
    {
      regex: `^(\\.{1,2}/)+(${above.join("|")})(/|$)`,
      message: `src/${layer} may not import ${above.join(", ")}.`,
    },
    ...(layer === "program"
      ? []
      : [
          {
            regex: `^@pulumi/(?!pulumi/(${layer === "plugin" ? "errors|proto/.*" : "errors"})$)`,
            allowTypeImports: true,
            message: "Only src/program may import Pulumi's runtime.",
          },
        ]),
    { regex: "^(\\.\\./)+(index|provider)$", message: "Import the module that declares it." },
  ];
  return {
    files: [`src/${layer}/**/*.ts`, `src/${layer}.ts`],
    rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns }] },
  };
}

export default tseslint.config(
  { ignores: ["**/dist/", "**/node_modules/", "coverage/", ".venv/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true, varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      // An environment variable that is set to nothing is as good as not set.
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: { string: true } }],
    },
  },
  ...layers.map(importRule),
  {
    files: ["**/*.{js,mjs,cjs}"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        require: "readonly",
        module: "writable",
        URL: "readonly",
        performance: "readonly",
        setInterval: "readonly",
        clearInterval: "readonly",
      },
    },
  },
);
