/** Kinds of control an artifact can declare in `export const params`. */
export type ParamType = "number" | "text" | "boolean" | "select" | "multiselect" | "color" | "date" | "dateRange"

/** `view` re-renders only; `query` is bound as `$name` and runs the SQL again. */
export type ParamScope = "view" | "query"

/** A date is `YYYY-MM-DD` or empty for none; a date range is a pair of them. */
export type ParamValue = string | number | boolean | null | readonly (string | number)[]

export type ParamOption = Readonly<{ value: string | number; label: string }>

/** One declared param, checked: a control can be drawn for it without asking further. */
export type ParamDefinition = Readonly<{
  type: ParamType
  label: string
  default: ParamValue
  scope: ParamScope
  min?: number
  max?: number
  step?: number
  options: readonly ParamOption[]
}>

export type ParamDefinitions = Readonly<Record<string, ParamDefinition>>
export type ParamValues = Readonly<Record<string, ParamValue>>

const TYPES: Readonly<Record<string, ParamType>> = {
  number: "number",
  text: "text",
  boolean: "boolean",
  select: "select",
  multiselect: "multiselect",
  color: "color",
  date: "date",
  dateRange: "dateRange",
}

/**
 * Checks declarations that came from a model or from the wire. Entries that no control can be drawn for are left out;
 * a missing label is made of the name (`minOrders` → "Min orders").
 */
export function normaliseParams(declared: unknown): ParamDefinitions {
  if (!isRecord(declared)) return {}
  const definitions: Record<string, ParamDefinition> = {}
  for (const [name, entry] of Object.entries(declared)) {
    const definition = isRecord(entry) ? normaliseEntry(name, entry) : null
    if (definition && name !== "__proto__") definitions[name] = definition
  }
  return definitions
}

function normaliseEntry(name: string, entry: Record<string, unknown>): ParamDefinition | null {
  const type = typeof entry.type === "string" && Object.hasOwn(TYPES, entry.type) ? TYPES[entry.type] : undefined
  if (!type) return null
  const options = Array.isArray(entry.options) ? entry.options.flatMap(readOption) : []
  if ((type === "select" || type === "multiselect") && options.length === 0) return null
  const base: ParamDefinition = {
    type,
    label: typeof entry.label === "string" && entry.label.trim() !== "" ? entry.label : labelOf(name),
    default: null,
    scope: entry.scope === "query" ? "query" : "view",
    options,
    ...numberField("min", entry.min),
    ...numberField("max", entry.max),
    ...numberField("step", entry.step),
  }
  return { ...base, default: isParamValue(entry.default) ? entry.default : emptyValue(base) }
}

const numberField = (name: "min" | "max" | "step", value: unknown) =>
  typeof value === "number" && Number.isFinite(value) && (name !== "step" || value > 0) ? { [name]: value } : {}

function readOption(option: unknown): ParamOption[] {
  if (typeof option === "string" || typeof option === "number") return [{ value: option, label: String(option) }]
  if (isRecord(option) && (typeof option.value === "string" || typeof option.value === "number"))
    return [{ value: option.value, label: typeof option.label === "string" ? option.label : String(option.value) }]
  return []
}

function emptyValue(definition: ParamDefinition): ParamValue {
  switch (definition.type) {
    case "number": return definition.min ?? 0
    case "boolean": return false
    case "select": return definition.options[0]?.value ?? null
    case "multiselect": return []
    case "color": return "#4269d0"
    case "dateRange": return ["", ""]
    default: return ""
  }
}

/** `minOrders`, `min_orders` → "Min orders". */
export function labelOf(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replaceAll("_", " ").trim().toLowerCase()
  return words === "" ? name : words.charAt(0).toUpperCase() + words.slice(1)
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value)

/** True for JSON values a param may hold. */
export function isParamValue(value: unknown): value is ParamValue {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true
  if (typeof value === "number") return Number.isFinite(value)
  return Array.isArray(value) && value.every((item) => typeof item === "string" || typeof item === "number")
}
