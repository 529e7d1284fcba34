import { ESLint } from "eslint"
import { beforeAll, expect, it } from "vitest"

const ARROW = "boundaries/dependencies"
const IMPORTS = "no-restricted-imports"

let eslint: ESLint
beforeAll(() => {
  eslint = new ESLint({
    cwd: import.meta.dirname,
    ruleFilter: ({ ruleId }) => ruleId === ARROW || ruleId === IMPORTS,
    overrideConfig: { files: ["**/*.{ts,tsx}"], languageOptions: { parserOptions: { projectService: false } } },
  })
})

const problemsOf = async (file: string, imported: string) => {
  const [result] = await eslint.lintText(`import { x } from "${imported}"\nexport const y = x\n`, { filePath: file })
  return result?.messages.map(({ ruleId, fatal, message }) => ruleId ?? (fatal ? message : "")) ?? []
}

it.each([
  ["lib/sse/index.ts", "@/features/chat", ARROW],
  ["lib/sse/index.ts", "@/components/ui/button", ARROW],
  ["lib/sse/index.ts", "react", IMPORTS],
  ["components/ui/button.tsx", "@/features/chat", ARROW],
  ["components/ui/button.tsx", "@/lib/sse", ARROW],
  ["features/chat/index.ts", "@/app/workspace", ARROW],
  ["features/chat/index.ts", "@/features/history/history-store", ARROW],
])("%s may not import %s", async (file, imported, rule) => {
  expect(await problemsOf(file, imported)).toEqual([rule])
})

it.each([
  ["app/workspace.tsx", "@/features/chat"],
  ["features/chat/index.ts", "@/features/history"],
  ["features/chat/index.ts", "@/lib/sse"],
  ["features/chat/index.ts", "./chat-store"],
  ["components/ui/button.tsx", "@/lib/utils"],
])("%s may import %s", async (file, imported) => {
  expect(await problemsOf(file, imported)).toEqual([])
})
