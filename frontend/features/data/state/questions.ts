import type { CatalogColumn, CatalogTable } from "./catalog-types"

/** Up to three questions a table can answer, by what its columns are for. */
export function questionsFor(table: CatalogTable): readonly string[] {
  const ofRole = (role: CatalogColumn["role"]) => table.columns.filter((column) => column.role === role)
  const measures = ofRole("measure").map((column) => words(column.name))
  const additive = measures.find((measure) => !NOT_ADDITIVE.test(measure))
  const measure = additive ?? measures[0]
  const category = ofRole("category").map((column) => words(column.name))[0]
  const label = ofRole("label").map((column) => words(column.name))[0]
  const isDated = ofRole("time").some((column) => /^(DATE|TIMESTAMP)/.test(column.type))
  const name = words(table.name)
  return [
    additive && category ? `total ${additive} by ${category} in ${name}` : null,
    additive && isDated ? `monthly ${additive} in ${name} as a line` : null,
    measure && category ? `average ${measure} by ${category} in ${name}` : null,
    measure && label ? `top 5 ${label === "name" || label === "title" ? name : label} by ${measure}` : null,
    category ? `number of rows in ${name} by ${category}` : null,
    `how many rows are in ${name}?`,
  ]
    .filter((question) => question !== null)
    .slice(0, 3)
}

/** Measures whose sum says nothing. */
const NOT_ADDITIVE = /\b(per|rate|ratio|price|discount|percent|share|average|mean|rating|score|rank|year|age|temperature|temp|horsepower|weight|acceleration|length|depth)\b/

const words = (name: string) => name.replaceAll("_", " ")
