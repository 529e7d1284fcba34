import type { ParamDefinition, ParamDefinitions, ParamValue, ParamValues } from "./param-types"
import { changedValues, fitValue } from "./param-values"

const PREFIX = "p."
/** Longest encoded share of the address that param values may take, in characters. */
export const MAX_PARAM_CHARS = 2000

/** Values set in a query string such as `?id=…&p.color=%234269d0`; what does not fit its declaration is ignored. */
export function readUrlParams(search: string, definitions: ParamDefinitions): ParamValues {
  const query = new URLSearchParams(search)
  const values: Record<string, ParamValue> = {}
  for (const [name, definition] of Object.entries(definitions)) {
    const text = query.get(PREFIX + name)
    const value = text === null ? undefined : fitValue(definition, decode(definition, text))
    if (value !== undefined) values[name] = value
  }
  return values
}

/**
 * `search` with the params that differ from their defaults; other fields stay. Values that would exceed
 * {@link MAX_PARAM_CHARS} are left out altogether: half a state would be a wrong one.
 */
export function writeUrlParams(search: string, definitions: ParamDefinitions, values: ParamValues): string {
  const query = new URLSearchParams(search)
  for (const key of [...query.keys()]) if (key.startsWith(PREFIX)) query.delete(key)
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(changedValues(definitions, values))) params.set(PREFIX + name, encode(value))
  const parts = [query.toString(), params.toString().length <= MAX_PARAM_CHARS ? params.toString() : ""].filter(Boolean)
  return parts.length === 0 ? "" : `?${parts.join("&")}`
}

const encode = (value: ParamValue): string => (typeof value === "object" ? JSON.stringify(value) : String(value))

function decode(definition: ParamDefinition, text: string): ParamValue | undefined {
  switch (definition.type) {
    case "number": return text.trim() === "" ? undefined : Number(text)
    case "boolean": return text === "true" ? true : text === "false" ? false : undefined
    case "multiselect":
    case "dateRange":
      try {
        return JSON.parse(text) as ParamValue // fitValue checks the shape
      } catch {
        return undefined
      }
    default: return text
  }
}
