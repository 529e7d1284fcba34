import type { JSXAttribute, JSXOpeningElement, Node } from "@babel/types"

import { isIntrinsicName } from "../ast"
import type { Rule, RuleContext } from "../context"
import { allowedElements, forbiddenAttributes, isLocalUrl, urlAttributes } from "../../sandbox/elements"
import { foldString } from "../fold"
import { didYouMean } from "../nearest"

const elementHints: Record<string, string> = {
  style: "Use className with Tailwind classes, or the style prop.",
  form: "Use inputs with onChange; nothing is submitted.",
  iframe: "Render the content with JSX.",
  script: "Write the code in the component.",
  link: "Styles are built in.",
  video: "Draw with SVG.",
}

/** Elements and attributes of JSX; components (upper case) get the attribute rules that matter for any element. */
export const jsxRule: Rule = (context) => {
  for (const element of context.nodes.of("JSXOpeningElement")) {
    const name = element.name
    if (name.type === "JSXNamespacedName") {
      context.report("forbidden_element", "Elements with a namespace are not allowed.", name)
      continue
    }
    const tag = name.type === "JSXIdentifier" && isIntrinsicName(name.name) ? name.name : undefined
    if (tag !== undefined && !allowedElements.has(tag)) {
      const hint = elementHints[tag] ?? didYouMean(tag, [...allowedElements], "Use plain HTML and SVG elements.")
      context.report("forbidden_element", `The element <${tag.slice(0, 40)}> is not allowed.`, name, hint)
    }
    for (const attribute of element.attributes) if (attribute.type === "JSXAttribute") checkAttribute(attribute, element, tag, context)
  }
  for (const call of context.nodes.of("CallExpression")) checkCreateElement(call, context)
}

const nameOf = (attribute: JSXAttribute) =>
  attribute.name.type === "JSXNamespacedName" ? `${attribute.name.namespace.name}:${attribute.name.name.name}` : attribute.name.name

function checkAttribute(attribute: JSXAttribute, element: JSXOpeningElement, tag: string | undefined, context: RuleContext): void {
  const name = nameOf(attribute)
  const key = name.toLowerCase()
  const refuse = (message: string, hint?: string) => context.report("forbidden_attribute", message, attribute, hint)
  if (key === "dangerouslysetinnerhtml" || key === "srcdoc") return refuse(`${name} is not allowed.`, "Render the text with JSX.")
  if (tag === undefined) return
  if (forbiddenAttributes.has(key)) return refuse(`${name} is not allowed.`)
  if (/^on/.test(key) && attribute.value?.type === "StringLiteral") return refuse(`${name} must be a function.`, `Write ${name}={() => …}.`)
  if (urlAttributes.has(key) && !isLocalValue(attribute.value, context)) {
    return refuse(`${name} may only be a fragment ("#…") or an inline image ("data:image/…").`, "Show the address as text.")
  }
  const text = attribute.value && foldString(unwrap(attribute.value), context.scopes)
  if (tag === "input" && key === "type" && text && /^(password|image|file|submit)$/i.test(text)) refuse(`An input of type ${text} is not allowed.`)
  if (key === "attributename" && (text === undefined || text === null || /href|src|^on/i.test(text))) refuse("This attribute cannot be animated.")
}

const unwrap = (node: Node): Node => (node.type === "JSXExpressionContainer" ? node.expression : node)

/** Reads the fixed start of a value: a literal, a template that begins with text, both arms of a condition. */
function isLocalValue(value: JSXAttribute["value"], context: RuleContext): boolean {
  return value != null && isLocalExpression(unwrap(value), context)
}

function isLocalExpression(node: Node, context: RuleContext): boolean {
  const text = foldString(node, context.scopes) ?? constantText(node, context)
  if (text !== undefined) return isLocalUrl(text)
  if (node.type === "TemplateLiteral") return isLocalUrl(node.quasis[0]?.value.cooked ?? "")
  if (node.type === "BinaryExpression" && node.operator === "+") return isLocalExpression(node.left, context)
  if (node.type === "ConditionalExpression") return isLocalExpression(node.consequent, context) && isLocalExpression(node.alternate, context)
  return false
}

function constantText(node: Node, context: RuleContext): string | undefined {
  const binding = node.type === "Identifier" ? context.scopes.bindingOf(node) : undefined
  return binding?.kind === "const" && binding.initial?.type === "StringLiteral" ? binding.initial.value : undefined
}

/** `createElement("iframe")` and `React.createElement("iframe")` follow the same list. */
function checkCreateElement(call: Extract<Node, { type: "CallExpression" }>, context: RuleContext): void {
  const callee = call.callee
  const name = callee.type === "Identifier" ? callee.name : callee.type === "MemberExpression" && callee.property.type === "Identifier" ? callee.property.name : undefined
  if (name !== "createElement" || !call.arguments[0]) return
  const tag = foldString(call.arguments[0], context.scopes) ?? constantText(call.arguments[0], context)
  if (tag !== undefined && !allowedElements.has(tag)) context.report("forbidden_element", `The element <${tag.slice(0, 40)}> is not allowed.`, call.arguments[0], elementHints[tag])
}
