import type { Node } from "@babel/types"

import { isFunction } from "../ast"
import type { Rule, RuleContext } from "../context"
import { foldString } from "../fold"

/** Syntax that reaches outside a module of plain functions, or that the frame's strict function body cannot hold. */
export const syntaxRule: Rule = (context) => {
  const refuse = (nodes: Node[], what: string, hint?: string) => nodes.forEach((node) => context.report("forbidden_syntax", `${what} is not allowed.`, node, hint))
  refuse(context.nodes.of("ImportExpression", "Import"), "import()", "Use an import statement.")
  refuse(context.nodes.of("DebuggerStatement"), "debugger")
  refuse(context.nodes.of("WithStatement"), "with")
  refuse(context.nodes.of("Decorator"), "A decorator", "Call the function instead.")
  refuse(context.nodes.of("MetaProperty").filter((node) => node.meta.name === "import"), "import.meta")
  refuse(context.nodes.of("AwaitExpression").filter((node) => !context.nodes.ancestorOf(node, isFunction)), "await outside a function", "The data is already there.")
  refuse(context.nodes.of("ForOfStatement").filter((node) => node.await && !context.nodes.ancestorOf(node, isFunction)), "for await outside a function")
  refuse(context.nodes.of("VariableDeclaration").filter((node) => /using/.test(node.kind)), "using")
  refuse(context.nodes.of("ThisExpression").filter((node) => !isInClass(node, context)), "this outside a class", "Use a variable.")
  refuse(context.nodes.of("JSXMemberExpression").filter((node) => node.object.type === "JSXIdentifier" && node.object.name === "this" && !isInClass(node, context)), "this outside a class")
  checkTimers(context)
}

const isInClass = (node: Node, context: RuleContext) => context.nodes.ancestorOf(node, (ancestor) => ancestor.type === "ClassBody") !== undefined

/** `setTimeout("code")` evaluates text. */
function checkTimers(context: RuleContext): void {
  for (const call of context.nodes.of("CallExpression")) {
    if (call.callee.type !== "Identifier" || !/^set(Timeout|Interval)$/.test(call.callee.name) || !context.scopes.isGlobal(call.callee)) continue
    const first = call.arguments[0]
    if (first && foldString(first, context.scopes) !== undefined) context.report("forbidden_syntax", "A timer takes a function, not text.", first, "Write setTimeout(() => …, ms).")
  }
}
