import { readFile } from "node:fs/promises"
import path from "node:path"
import { createRequire } from "node:module"
import vm from "node:vm"

const directory = path.join(path.dirname(createRequire(import.meta.url).resolve("lucide-react")), "../esm")

/**
 * Every lucide icon as data: `icons` by file name, `names` from the exported names (without `Icon` suffix and `Lucide` prefix
 * where both exist) to file names. The page sends the frame only those an artifact imports.
 */
export async function iconTable() {
  const index = await readFile(path.join(directory, "lucide-react.mjs"), "utf8")
  const icons = {}
  const names = {}
  for (const [, list, file] of index.matchAll(/export \{([^}]*)\} from '\.\/icons\/([\w-]+)\.mjs'/g)) {
    const exported = [...list.matchAll(/default as (\w+)/g)].map(([, name]) => name)
    const known = new Set(exported)
    for (const name of exported) {
      const isDerived = (name.startsWith("Lucide") && known.has(name.slice(6))) || (name.endsWith("Icon") && known.has(name.slice(0, -4)))
      if (!isDerived) names[name] = file
    }
    icons[file] = await readIcon(file)
  }
  return { icons, names }
}

async function readIcon(file) {
  const source = await readFile(path.join(directory, "icons", `${file}.mjs`), "utf8")
  const literal = /const __iconData = (\{[\s\S]*?\n\});/.exec(source)?.[1]
  if (!literal) throw new Error(`lucide-react: no icon data in ${file}.mjs`)
  const { name, size, node } = vm.runInNewContext(`(${literal})`)
  return { name, size, node }
}
