// Writes lib/*/generated/*.json: the names an artifact may import and Tailwind's theme, read from the installed packages.
// Run after changing react, recharts, lucide-react, tailwindcss, components/ui or styles/tokens.css; a unit test fails while the files differ.
import { readdir, readFile, writeFile } from "node:fs/promises"
import path from "node:path"

const root = path.join(import.meta.dirname, "..")
const target = path.join(root, "lib/security/generated")

/** Value exports of the packages an artifact may use, sorted; internals are left out. */
export async function packageExports() {
  const visible = (module) => Object.keys(module).filter((name) => name !== "default" && !/^(__|act$|captureOwnerStack$)/.test(name)).sort()
  return { react: visible(await import("react")), recharts: visible(await import("recharts")) }
}

/** Names exported by each file of components/ui, by its import path. */
export async function componentExports() {
  const directory = path.join(root, "components/ui")
  const modules = {}
  const allowed = JSON.parse(await readFile(path.join(root, "runtime/component-modules.json"), "utf8"))
  for (const file of (await readdir(directory)).sort()) {
    const name = path.basename(file, ".tsx")
    if (!allowed.includes(name)) continue
    const source = await readFile(path.join(directory, file), "utf8")
    const list = /export \{([^}]*)\}/.exec(source)?.[1] ?? ""
    modules[`@/components/ui/${name}`] = list.split(",").map((entry) => entry.trim()).filter(Boolean).sort()
  }
  return modules
}

/** Icon names without the redundant `Icon` suffix and `Lucide` prefix, which the validator accepts on any of them. */
export async function iconNames() {
  const lucide = await import("lucide-react")
  const names = Object.keys(lucide).filter((name) => /^[A-Z]/.test(name) && !["Icon", "LucideProvider"].includes(name))
  const known = new Set(names)
  return names.filter((name) => !(name.startsWith("Lucide") && known.has(name.slice(6))) && !(name.endsWith("Icon") && known.has(name.slice(0, -4)))).sort()
}

/** What Tailwind needs to make utilities for an artifact: its theme, our tokens by name, the dark variant; no base styles. */
export async function tailwindInput() {
  const theme = await readFile(path.join(root, "node_modules/tailwindcss/theme.css"), "utf8")
  const tokens = await readFile(path.join(root, "styles/tokens.css"), "utf8")
  const variant = /@custom-variant[^;]+;/.exec(tokens)[0]
  const inline = /@theme inline \{[^}]*\}/.exec(tokens)[0]
  return `@layer theme, base, components, utilities;\n@layer theme {\n${theme}\n}\n${variant}\n${inline}\n@layer utilities {\n@tailwind utilities;\n}\n`
}

if (process.argv[1] === import.meta.filename) {
  const modules = { ...(await packageExports()), ...(await componentExports()) }
  await writeFile(path.join(target, "module-exports.json"), JSON.stringify(modules, null, 1) + "\n")
  await writeFile(path.join(target, "icon-names.json"), JSON.stringify(await iconNames()).replaceAll('","', '",\n"') + "\n")
  await writeFile(path.join(root, "lib/compile/generated/tailwind-input.json"), JSON.stringify({ css: await tailwindInput() }, null, 1) + "\n")
}
