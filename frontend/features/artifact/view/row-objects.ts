import type { NamedResult } from "../state/artifact-view"

import type { WireRow } from "../state/wire"

/** One row by column name; shared, not to be changed. */
export type RowObject = Record<string, unknown>

const made = new WeakMap<readonly WireRow[], RowObject[]>()

/**
 * Rows as the component reads them: one object each, of those chosen for it where there are too many. Made once per set of rows. A second column of the same name is `name_1`.
 */
export function rowObjects(result: NamedResult): RowObject[] {
  const rows = result.drawn?.rows ?? result.rows
  const known = made.get(rows)
  if (known) return known
  const names = uniqueNames(result.columns.map((column) => column.name))
  const objects = rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? null])))
  made.set(rows, objects)
  return objects
}

function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let unique = name
    for (let count = 1; taken.has(unique); count++) unique = `${name}_${String(count)}`
    taken.add(unique)
    return unique
  })
}
