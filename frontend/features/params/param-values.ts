import type { ParamDefinition, ParamDefinitions, ParamValue, ParamValues } from "./param-types"

const DATE = /^\d{4}-\d{2}-\d{2}$/
const COLOR = /^#[0-9a-f]{6}([0-9a-f]{2})?$/i

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
      return typeof value === "string" && DATE.test(value) ? value : undefined
    case "dateRange": {
      const [from, to] = readRange(value)
      return DATE.test(from) && DATE.test(to) ? writeRange(definition, from, to) : undefined
    }
    case "text":
      return typeof value === "string" ? value : undefined
  }
}

/** Both ends of a date range, whichever shape it has; empty strings where it has none. */
export function readRange(value: ParamValue | undefined): readonly [from: string, to: string] {
  if (Array.isArray(value)) return [String(value[0] ?? ""), String(value[1] ?? "")]
  if (typeof value === "object" && value !== null && "from" in value) return [value.from, value.to]
  return ["", ""]
}

/** A range in the shape of the declared default, the earlier date first. */
export function writeRange(definition: ParamDefinition, from: string, to: string): ParamValue {
  const [first, last] = from && to && from > to ? [to, from] : [from, to]
  return Array.isArray(definition.default) || definition.default === null || typeof definition.default !== "object"
    ? [first, last]
    : { from: first, to: last }
}

/** True when both are the same JSON value. */
export const sameValue = (left: ParamValue | undefined, right: ParamValue | undefined): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right)

/** Only what differs from the declared defaults, and only declared names. */
export const changedValues = (definitions: ParamDefinitions, values: ParamValues): ParamValues =>
  Object.fromEntries(
    Object.entries(effectiveValues(definitions, values)).filter(([name, value]) => !sameValue(value, definitions[name]?.default)),
  )
