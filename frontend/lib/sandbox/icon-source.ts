import type { IconData } from "./protocol"

type IconTable = { icons: Record<string, IconData>; names: Record<string, string> }

let table: Promise<IconTable> | undefined

async function load(): Promise<IconTable> {
  const response = await fetch("/frame/icons.json")
  if (!response.ok) throw new Error(`icons.json: ${response.status}`)
  return (await response.json()) as IconTable
}

/** The drawings of the icons an artifact imports. Loads the table on first need; a failure is tried again next time. */
export async function findIcons(wanted: string[] | "all"): Promise<Record<string, IconData>> {
  if (wanted.length === 0) return {}
  table ??= load().catch((error: unknown) => {
    table = undefined
    throw error
  })
  const { icons, names } = await table
  const found: Record<string, IconData> = {}
  for (const name of wanted === "all" ? Object.keys(names) : wanted) {
    const file = [name, name.replace(/^Lucide/, ""), name.replace(/Icon$/, "")].map((key) => (Object.hasOwn(names, key) ? names[key] : undefined)).find(Boolean)
    const icon = file && icons[file]
    if (icon) found[name] = icon
  }
  return found
}
