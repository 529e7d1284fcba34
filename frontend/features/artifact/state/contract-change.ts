import type { NamedResult } from "./artifact-view"

/** The part of a type that decides how code may use it: `DECIMAL(18,2)` and `BIGINT` are both numbers. */
export function kindOf(type: string): "number" | "time" | "boolean" | "text" {
  const name = type.toUpperCase()
  if (name.endsWith("[]")) return "text"
  if (/^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?\b|DECIMAL|DOUBLE|FLOAT|REAL|NUMERIC)/.test(name)) return "number"
  if (/^(DATE|TIME)/.test(name)) return "time"
  return name === "BOOLEAN" ? "boolean" : "text"
}

/**
 * Says in words where fresh rows no longer have the columns the code was written for; null when they do.
 * @param previousVersion a version to go back to, named where there is one
 */
export function describeContractChange(result: NamedResult, previousVersion: number | null): string | null {
  const fresh = new Map(result.columns.map((column) => [column.name, column.type]))
  const gone = result.contract.filter((column) => !fresh.has(column.name)).map((column) => column.name)
  const retyped = result.contract.flatMap((column) => {
    const now = fresh.get(column.name)
    return now !== undefined && kindOf(now) !== kindOf(column.type) ? [{ ...column, now }] : []
  })
  if (gone.length === 0 && retyped.length === 0) return null
  const where = result.name === "main" ? "the data" : `the result “${result.name}”`
  const parts = [
    ...(gone.length > 0 ? [`${columnWords(gone)} gone from ${where}.`] : []),
    ...retyped.map((column) => `The column “${column.name}” of ${where} changed from ${column.type} to ${column.now}.`),
  ]
  const remedy = previousVersion && previousVersion > 1 ? `Edit the SQL or go back to version ${previousVersion - 1}.` : "Edit the SQL or ask again."
  return `${parts.join(" ")} ${remedy}`
}

const columnWords = (names: readonly string[]) =>
  names.length === 1 ? `The column “${names[0]}” is` : `The columns ${names.map((name) => `“${name}”`).join(", ")} are`
