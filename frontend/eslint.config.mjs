import boundaries from "eslint-plugin-boundaries"
import reactHooks from "eslint-plugin-react-hooks"
import tseslint from "typescript-eslint"

/** The rooms of the house (docs/architecture.md): what each folder is. The first pattern that fits wins. */
const elements = [
  { type: "bridge", pattern: "lib/sandbox" },
  { type: "lib", pattern: "lib" },
  { type: "ui", pattern: "components" },
  { type: "runtime", pattern: "runtime" },
  { type: "feature", pattern: "features/*", capture: ["feature"] },
  { type: "app", pattern: "app" },
]

const to = (...types) => ({ to: { element: { types: { anyOf: types } } } })
/** Class names are joined everywhere, so this one file of `lib` is open to all rooms. */
const utils = { to: { element: { type: "lib" }, file: { path: "**/lib/utils.ts" } } }
/** Another feature is reached by its front door only. */
const front = { to: { element: { type: "feature" }, file: { path: "**/features/*/index.ts" } } }
const from = (...types) => ({ element: { types: { anyOf: types } } })

/** One-way arrows: app -> features -> components/ui, lib; runtime -> bridge types, components, utils; lib -> lib. */
const policies = [
  { from: from("app"), allow: to("app", "ui", "lib", "bridge") },
  { from: from("app", "feature"), allow: front },
  { from: from("feature"), allow: to("ui", "lib", "bridge") },
  { from: from("feature"), allow: { to: { element: { type: "feature", captured: { feature: "{{ from.element.captured.feature }}" } } } } },
  { from: from("ui"), allow: to("ui") },
  { from: from("runtime"), allow: to("runtime", "bridge", "ui") },
  { from: from("ui", "runtime"), allow: utils },
  { from: from("lib", "bridge"), allow: to("lib", "bridge") },
]

const react = { group: ["react", "react/*", "react-dom", "react-dom/*", "next", "next/*", "zustand", "radix-ui", "lucide-react"], message: "lib knows no React." }

export default tseslint.config(
  { ignores: [".next/**", "out/**", "public/**", "runtime/dist/**", "next-env.d.ts", "lib/contracts/*.gen.ts"] },
  ...tseslint.configs.strict,
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { boundaries, "react-hooks": reactHooks },
    settings: {
      "boundaries/elements": elements,
      "boundaries/root-path": import.meta.dirname,
      "import/resolver": { typescript: { project: `${import.meta.dirname}/tsconfig.json` } },
    },
    rules: {
      "boundaries/dependencies": ["error", { default: "disallow", policies }],
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "no-restricted-globals": ["error", { name: "event", message: "Name the parameter." }],
      "no-console": "error",
    },
  },
  { files: ["lib/**/*.ts"], ignores: ["**/*.test.ts"], rules: { "no-restricted-imports": ["error", { patterns: [react] }] } },
  { files: ["scripts/**", "*.{ts,mjs}"], rules: { "no-console": "off" } },
)
