import type { Node } from "@babel/types"

/** The values a param can hold: `dateRange` is `[from, to]`, dates are `YYYY-MM-DD`. */
export type ParamValue = string | number | boolean | string[]

export type ParamType = "number" | "text" | "boolean" | "select" | "multiselect" | "color" | "date" | "dateRange"

/** A choice of a `select` or `multiselect`. */
export type ParamOption = string | number | { value: string | number; label: string }

/** One entry of `export const params = { … }`. */
export type ParamDeclaration = {
  type: ParamType
  label?: string
  description?: string
  default: ParamValue
  /** `view` (the default) renders again; `query` is bound into the SQL as `$name`. */
  scope?: "view" | "query"
  min?: number
  max?: number
  step?: number
  options?: ParamOption[]
}

/** By name, in the order of the file. */
export type ParamDeclarations = Record<string, ParamDeclaration>

type Plain = null | string | number | boolean | Plain[] | { [key: string]: Plain }

/** What is wrong with a declaration, and where. */
export class ParamsError extends Error {
  constructor(
    message: string,
    readonly node: Node,
  ) {
    super(message)
  }
}

const types: readonly string[] = ["number", "text", "boolean", "select", "multiselect", "color", "date", "dateRange"]
const fields = new Set(["type", "label", "description", "default", "scope", "min", "max", "step", "options"])
const maxParams = 40

/** Reads the object literal given to `params`; nothing is evaluated. @throws ParamsError */
export function readParams(literal: Node): ParamDeclarations {
  if (literal.type !== "ObjectExpression") throw new ParamsError("params must be an object literal.", literal)
  if (literal.properties.length > maxParams) throw new ParamsError(`There are more than ${maxParams} params.`, literal)
  const declarations: ParamDeclarations = {}
  for (const property of literal.properties) {
    if (property.type !== "ObjectProperty" || property.computed) throw new ParamsError("params may contain only plain entries.", property)
    const name = keyOf(property.key)
    if (!/^[A-Za-z_$][\w$]*$/.test(name) || name === "__proto__") throw new ParamsError(`${name.slice(0, 40)} is not a usable param name.`, property.key)
    declarations[name] = readDeclaration(name, property.value)
  }
  return declarations
}

function readDeclaration(name: string, node: Node): ParamDeclaration {
  const fail = (message: string): never => {
    throw new ParamsError(`${name}: ${message}`, node)
  }
  const value = plainValue(node)
  if (typeof value !== "object" || value === null || Array.isArray(value)) return fail("must be an object with type and default.")
  const unknown = Object.keys(value).find((key) => !fields.has(key))
  if (unknown !== undefined) fail(`unknown field ${unknown.slice(0, 40)}; the fields are ${[...fields].join(", ")}.`)
  const { type, label, description, scope, min, max, step, options } = value
  if (typeof type !== "string" || !types.includes(type)) fail(`type must be one of ${types.join(", ")}.`)
  if (!("default" in value)) fail("has no default.")
  if (label !== undefined && typeof label !== "string") fail("label must be text.")
  if (description !== undefined && typeof description !== "string") fail("description must be text.")
  if (scope !== undefined && scope !== "view" && scope !== "query") fail('scope must be "view" or "query".')
  for (const [key, limit] of Object.entries({ min, max, step })) if (limit !== undefined && typeof limit !== "number") fail(`${key} must be a number.`)
  const choices = options === undefined ? undefined : readOptions(options, fail)
  if ((type === "select" || type === "multiselect") && !choices?.length) fail("needs options, a list of texts or { value, label }.")
  const problem = defaultProblem(type as ParamType, value["default"] ?? null, choices)
  if (problem) fail(problem)
  return value as unknown as ParamDeclaration
}

function readOptions(options: Plain, fail: (message: string) => never): (string | number)[] {
  if (!Array.isArray(options)) return fail("options must be a list.")
  return options.map((option) => {
    if (typeof option === "string" || typeof option === "number") return option
    const isPair = option !== null && typeof option === "object" && !Array.isArray(option)
    if (isPair && (typeof option["value"] === "string" || typeof option["value"] === "number") && typeof option["label"] === "string") return option["value"]
    return fail("each option is a text, a number or { value, label }.")
  })
}

const isDate = (value: Plain | undefined) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))

function defaultProblem(type: ParamType, value: Plain, choices: (string | number)[] | undefined): string | undefined {
  switch (type) {
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? undefined : "default must be a number."
    case "boolean":
      return typeof value === "boolean" ? undefined : "default must be true or false."
    case "text":
      return typeof value === "string" ? undefined : "default must be text."
    case "color":
      return typeof value === "string" && /^(#[0-9a-f]{3,8}|[a-z]+|(rgb|hsl|oklch)a?\([^;{}]{1,60}\))$/i.test(value) ? undefined : 'default must be a colour such as "#2563eb".'
    case "date":
      return value === "" || isDate(value) ? undefined : 'default must be a date such as "2024-01-31".'
    case "dateRange":
      return Array.isArray(value) && value.length === 2 && value.every((part) => part === "" || isDate(part)) ? undefined : 'default must be two dates, ["2024-01-01", "2024-12-31"].'
    case "select":
      return choices?.includes(value as string) ? undefined : "default must be one of the options."
    case "multiselect":
      return Array.isArray(value) && value.every((part) => choices?.includes(part as string)) ? undefined : "default must be a list of options."
  }
}

/** The value of a literal; refuses whatever would have to be run. */
function plainValue(node: Node): Plain {
  switch (node.type) {
    case "StringLiteral":
    case "NumericLiteral":
    case "BooleanLiteral":
      return node.value
    case "NullLiteral":
      return null
    case "TemplateLiteral":
      if (node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? ""
      break
    case "UnaryExpression":
      if ((node.operator === "-" || node.operator === "+") && node.argument.type === "NumericLiteral") return node.operator === "-" ? -node.argument.value : node.argument.value
      break
    case "ArrayExpression":
      return node.elements.map((element) => {
        if (!element) throw new ParamsError("params must be written out: a list has a gap.", node)
        return plainValue(element)
      })
    case "ObjectExpression": {
      const entries = node.properties.map((property): [string, Plain] => {
        if (property.type !== "ObjectProperty" || property.computed || property.shorthand) throw new ParamsError("params must be written out: only plain entries.", property)
        const key = keyOf(property.key)
        if (key === "__proto__") throw new ParamsError("params: __proto__ is not a field.", property)
        return [key, plainValue(property.value)]
      })
      return Object.fromEntries(entries)
    }
    default:
  }
  throw new ParamsError("params must be written out as literals; expressions are not evaluated.", node)
}

function keyOf(key: Node): string {
  if (key.type === "Identifier") return key.name
  if (key.type === "StringLiteral") return key.value
  if (key.type === "NumericLiteral") return String(key.value)
  throw new ParamsError("params must use plain names.", key)
}
