import type { Node } from "@babel/types"

import type { Rule, RuleContext } from "../context"
import { loadsExternally } from "../../sandbox/elements"
import { foldString } from "../fold"

/** Styles and attributes that would make CSS load something. Text that merely mentions `url(…)` is not looked at. */
export const urlsRule: Rule = (context) => {
  for (const attribute of context.nodes.of("JSXAttribute")) {
    if (attribute.value?.type === "StringLiteral") check(attribute.value.value, attribute.value, context)
    else if (attribute.value?.type === "JSXExpressionContainer") checkExpression(attribute.value.expression, context)
  }
  for (const property of context.nodes.of("ObjectProperty")) {
    if (context.nodes.parentOf(property)?.type === "ObjectExpression") checkExpression(property.value, context)
  }
  for (const assignment of context.nodes.of("AssignmentExpression")) {
    if (assignment.left.type === "MemberExpression") checkExpression(assignment.right, context)
  }
}

function check(text: string, at: Node, context: RuleContext): void {
  if (loadsExternally(text)) context.report("external_url", "A style may not load anything from an address.", at, 'Use url(#id) for gradients and patterns, or plain colours.')
}

function checkExpression(node: Node, context: RuleContext): void {
  const text = foldString(node, context.scopes)
  if (text !== undefined) return check(text, node, context)
  if (node.type === "Identifier") {
    const initial = context.scopes.bindingOf(node)?.initial
    if (initial?.type === "StringLiteral") check(initial.value, node, context)
    else if (initial?.type === "TemplateLiteral") check(templateText(initial), node, context)
  } else if (node.type === "TemplateLiteral") check(templateText(node), node, context)
  else if (node.type === "ConditionalExpression") [node.consequent, node.alternate].forEach((arm) => checkExpression(arm, context))
  else if (node.type === "LogicalExpression") [node.left, node.right].forEach((arm) => checkExpression(arm, context))
  else if (node.type === "BinaryExpression" && node.operator === "+") [node.left, node.right].forEach((arm) => checkExpression(arm, context))
}

/** The static text, with `x` where a value goes: `url(${address})` reads `url(x)`. */
const templateText = (node: Extract<Node, { type: "TemplateLiteral" }>) => node.quasis.map((quasi) => quasi.value.cooked ?? "").join("x")
