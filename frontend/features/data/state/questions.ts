import type { CatalogTable } from "./catalog-types"

/** Up to three questions a table can answer, by what its columns are for. */
export function questionsFor(table: CatalogTable): readonly string[] {
  const named = (role: string) => table.columns.filter((column) => column.role === role).map((column) => words(column.name))
  const [measure] = named("measure")
  const [category] = named("category")
  const [time] = named("time")
  const [label] = named("label")
  const name = words(table.name)
  return [
    measure && category ? `total ${measure} by ${category} in ${name}` : category ? `number of rows in ${name} by ${category}` : null,
    measure && time ? `monthly ${measure} in ${name} as a line` : null,
    measure && label ? `top 5 ${label} by ${measure} in ${name}` : null,
    measure && category ? `average ${measure} by ${category} in ${name}` : null,
    `how many rows are in ${name}?`,
  ]
    .filter((question) => question !== null)
    .slice(0, 3)
}

const words = (name: string) => name.replaceAll("_", " ")
