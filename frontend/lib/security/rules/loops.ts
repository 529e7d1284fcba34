import type { Node } from "@babel/types"

import { type AnyNode, childrenOf, isFunction } from "../ast"
import type { Rule } from "../context"

/** A loop whose condition is always true and that nothing in its body can leave. */
export const loopsRule: Rule = (context) => {
  for (const loop of context.nodes.of("WhileStatement", "DoWhileStatement", "ForStatement")) {
    const isEndless = loop.type === "ForStatement" ? !loop.test || isTrue(loop.test) : isTrue(loop.test)
    if (isEndless && !canLeave(loop.body as AnyNode, true)) context.report("endless_loop", "This loop never ends.", loop, "Give it a condition or a break.")
  }
}

const isTrue = (node: Node) => (node.type === "BooleanLiteral" && node.value) || (node.type === "NumericLiteral" && node.value !== 0)

/** Return, throw, yield and await leave from anywhere; an unlabelled break only from the loop itself. */
function canLeave(node: AnyNode, isOwn: boolean): boolean {
  if (isFunction(node)) return false
  if (["ReturnStatement", "ThrowStatement", "YieldExpression", "AwaitExpression"].includes(node.type)) return true
  if (node.type === "BreakStatement") return isOwn || node["label"] != null
  if (node.type === "ContinueStatement") return node["label"] != null
  const catchesBreak = node.type === "SwitchStatement" || /^(While|DoWhile|For|ForIn|ForOf)Statement$/.test(node.type)
  return childrenOf(node).some((child) => canLeave(child, isOwn && !catchesBreak))
}
