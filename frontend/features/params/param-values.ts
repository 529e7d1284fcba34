import type { ParamDefinition, ParamDefinitions, ParamValue, ParamValues } from "./param-types"

const DATE = /^\d{4}-\d{2}-\d{2}$/
const COLOR = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i

/** The value every declared param has now: what was set where it fits its declaration, else the default. */
export function effectiveValues(definitions: ParamDefinitions, values: ParamValues): ParamValues {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => [name, fitValue(definition, values[name]) ?? definition.default]),
  )
}

/** `value` as the declaration allows it (numbers clamped to min and max), or undefined when it does not fit. */
export function fitValue(definition: ParamDefinition, value: ParamValue | undefined): ParamValue | undefined {
  if (value === undefined) return undefined
  switch (definition.type) {
    case "number":
      return typeof value === "number" && Number.isFinite(value)
        ? Math.min(definition.max ?? Infinity, Math.max(definition.min ?? -Infinity, value))
        : undefined
    case "boolean":
      return typeof value === "boolean" ? value : undefined
    case "select":
      return definition.options.find((option) => String(option.value) === String(value))?.value
    case "multiselect":
      return Array.isArray(value)
        ? definition.options.filter((option) => value.map(String).includes(String(option.value))).map((option) => option.value)
        : undefined
    case "color":
      return typeof value === "string" && COLOR.test(value) ? value : undefined
    case "date":
      return typeof value === "string" && isDate(value, definition.default === "") ? value : undefined
    case "dateRange": {
      const [from, to] = readRange(value)
      const isOpen = readRange(definition.default).includes("")
      return Array.isArray(value) && isDate(from, isOpen) && isDate(to, isOpen) ? inOrder(from, to) : undefined
    }
    case "text":
      return typeof value === "string" ? value : undefined
  }
}

/** An empty date is one only where the declared default leaves it open too: the SQL was written for that. */
const isDate = (text: string, mayBeEmpty: boolean) => DATE.test(text) || (mayBeEmpty && text === "")

const inOrder = (from: string, to: string) => (from !== "" && to !== "" && from > to ? [to, from] : [from, to])

/** Both ends of a date range; empty strings where it has none. */
export const readRange = (value: ParamValue | undefined): readonly [from: string, to: string] =>
  Array.isArray(value) ? [String(value[0] ?? ""), String(value[1] ?? "")] : ["", ""]

/** True when both are the same JSON value. */
export const sameValue = (left: ParamValue | undefined, right: ParamValue | undefined): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right)

/** Only what differs from the declared defaults, and only declared names. */
export const changedValues = (definitions: ParamDefinitions, values: ParamValues): ParamValues =>
  Object.fromEntries(
    Object.entries(effectiveValues(definitions, values)).filter(([name, value]) => !sameValue(value, definitions[name]?.default)),
  )
