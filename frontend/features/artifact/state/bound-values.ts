import { effectiveValues, readRange, type ParamDefinitions, type ParamValues } from "@/features/params"
import type { NamedResult } from "./artifact-view"
import type { BoundParams } from "./wire"

// strings, quoted names and comments first: a `$name` inside them is text
const TOKENS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$([A-Za-z_]\w*)/g

/** Names of the `$name` placeholders of a statement, each once, in order. */
export function placeholdersOf(sql: string): readonly string[] {
  const names = new Set<string>()
  for (const match of sql.matchAll(TOKENS)) if (match[1]) names.add(match[1])
  return [...names]
}

/** True when the statement reads the param, whole or as `$name_from` / `$name_to` of a date range. */
export const usesParam = (result: NamedResult, name: string): boolean =>
  result.sql !== null && placeholdersOf(result.sql).some((placeholder) => placeholder === name || isRangeEnd(placeholder, name))

const isRangeEnd = (placeholder: string, name: string) => placeholder === `${name}_from` || placeholder === `${name}_to`

/**
 * Values for every placeholder of `sql`: the param of that name, an end of a date range, else what was bound before.
 * Placeholders nobody has a value for are left to the server to name.
 */
export function bindValues(sql: string, definitions: ParamDefinitions, values: ParamValues, bound: BoundParams): BoundParams {
  const effective = effectiveValues(definitions, values)
  const result: Record<string, unknown> = {}
  for (const placeholder of placeholdersOf(sql)) {
    const range = Object.keys(definitions).find((name) => definitions[name]?.type === "dateRange" && isRangeEnd(placeholder, name))
    if (Object.hasOwn(effective, placeholder)) result[placeholder] = effective[placeholder]
    else if (range) result[placeholder] = readRange(effective[range])[placeholder.endsWith("_from") ? 0 : 1]
    else if (Object.hasOwn(bound, placeholder)) result[placeholder] = bound[placeholder]
  }
  return result
}
