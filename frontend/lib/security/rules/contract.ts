import type { ExportDefaultDeclaration, FunctionDeclaration, Node, ObjectProperty } from "@babel/types"

import { staticKey } from "../ast"
import type { Rule, RuleContext } from "../context"

const wanted = "export default function Viz({ data, params }) { … }"
const props = ["data", "params", "results"]

/** One default export, a plain function named Viz, whose one parameter is the props object. */
export const contractRule: Rule = (context) => {
  const exports = context.nodes.of("ExportDefaultDeclaration")
  for (const other of context.nodes.of("ExportAllDeclaration")) context.report("forbidden_export", "export * is not allowed.", other)
  for (const named of context.nodes.of("ExportNamedDeclaration")) checkNamed(named, context)
  const [first, ...extras] = exports
  if (!first) return context.report("contract_default_export", "There is no default export.", undefined, `Write ${wanted}`)
  for (const extra of extras) context.report("contract_default_export", "There is more than one default export.", extra, `Keep one: ${wanted}`)
  checkDefault(first, context)
}

function checkNamed(named: Extract<Node, { type: "ExportNamedDeclaration" }>, context: RuleContext): void {
  if (named.source) context.report("forbidden_export", "Exporting from another module is not allowed.", named, "Import what you use and export only Viz and params.")
  for (const specifier of named.specifiers) {
    if (specifier.type !== "ExportSpecifier") continue
    const name = specifier.exported.type === "Identifier" ? specifier.exported.name : specifier.exported.value
    if (name === "default") context.report("contract_default_export", "The default export must be the function itself.", specifier, `Write ${wanted}`)
    if (name === "params") context.report("invalid_params", "params must be declared where it is exported.", specifier, "Write export const params = { … }.")
  }
}

function checkDefault({ declaration }: ExportDefaultDeclaration, context: RuleContext): void {
  if (declaration.type !== "FunctionDeclaration") return context.report("contract_default_export", "The default export is not a function declaration.", declaration, `Write ${wanted}`)
  if (declaration.id?.name !== "Viz") context.report("contract_default_export", "The default export must be named Viz.", declaration.id ?? declaration, `Write ${wanted}`)
  if (declaration.async || declaration.generator) context.report("contract_default_export", `Viz must not be ${declaration.async ? "async" : "a generator"}.`, declaration, "The data is already there: read it from the data prop.")
  checkParameters(declaration, context)
}

function checkParameters(viz: FunctionDeclaration, context: RuleContext): void {
  if (viz.params.length > 1) context.report("contract_parameters", "Viz takes one parameter, the props object.", viz.params[1], `Write ${wanted}`)
  let first: Node | undefined = viz.params[0]
  if (first?.type === "AssignmentPattern") first = first.left
  if (!first || first.type === "Identifier") return
  if (first.type !== "ObjectPattern") return context.report("contract_parameters", "The parameter of Viz must be the props object.", first, `Write ${wanted}`)
  for (const property of first.properties) if (property.type === "ObjectProperty") checkProp(property, context)
}

function checkProp(property: ObjectProperty, context: RuleContext): void {
  const name = staticKey(property.key, property.computed)
  const hasDefault = property.value.type === "AssignmentPattern"
  if (name === undefined || props.includes(name) || hasDefault) return
  context.report("contract_parameters", `Viz receives data, params and results; there is no ${name.slice(0, 40)}.`, property, "Compute it from data, or declare it in params.")
}
