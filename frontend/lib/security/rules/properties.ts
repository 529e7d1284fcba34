import type { MemberExpression, Node, ObjectPattern, OptionalMemberExpression } from "@babel/types"

import { isFunction, staticKey } from "../ast"
import type { Rule, RuleContext } from "../context"
import { foldString } from "../fold"

type Member = MemberExpression | OptionalMemberExpression

const forbidden = new Set(
  `constructor __proto__ prototype ownerDocument defaultView contentWindow contentDocument getRootNode innerHTML outerHTML insertAdjacentHTML setHTMLUnsafe
   attachShadow dangerouslySetInnerHTML srcDoc srcdoc nativeEvent composedPath $$typeof stateNode _owner _reactInternals createContextualFragment
   execCommand baseURI documentElement`.split(/\s+/),
)
const internals = /^__(define|lookup|react|html$|proto__$|CLIENT_|SERVER_|SECRET_|SECURITY_|COMPILER_|NEXT|cw)|^__REACT|^_reactRoot|^__r/
/** In an object literal only these have an effect of their own; `{ constructor: "Ferrari" }` is data. */
const forbiddenInLiteral = new Set(["__proto__", "dangerouslySetInnerHTML", "srcDoc", "srcdoc", "$$typeof", "__html"])
const ofObject = new Set(["getPrototypeOf", "setPrototypeOf", "defineProperty", "defineProperties", "getOwnPropertyDescriptor", "getOwnPropertyDescriptors"])

const hint = "Rename the column in SQL (AS …) if it is data; otherwise use JSX and plain objects."

/** Property names that lead out of the data: to constructors, prototypes, the document or raw HTML. */
export const propertiesRule: Rule = (context) => {
  for (const member of context.nodes.of("MemberExpression", "OptionalMemberExpression")) {
    const name = member.computed ? foldString(member.property, context.scopes) : staticKey(member.property, false)
    if (name !== undefined && !(name === "prototype" && isBorrowed(member, context))) checkName(name, member.property, context)
    if (name !== undefined && ofObject.has(name) && isObjectGlobal(member.object, context)) report(name, member.property, context)
    if (name === "view" && isEventParameter(member.object, context)) report(name, member.property, context)
  }
  for (const pattern of context.nodes.of("ObjectPattern")) checkPattern(pattern, context)
  for (const literal of context.nodes.of("ObjectExpression")) {
    for (const property of literal.properties) {
      if (property.type === "SpreadElement") continue
      const name = property.computed ? foldString(property.key, context.scopes) : staticKey(property.key, false)
      if (name !== undefined && forbiddenInLiteral.has(name)) report(name, property.key, context)
    }
  }
  for (const member of context.nodes.of("JSXMemberExpression")) checkName(member.property.name, member.property, context)
}

const isForbidden = (name: string) => forbidden.has(name) || internals.test(name)

function checkName(name: string, at: Node, context: RuleContext): void {
  if (isForbidden(name)) report(name, at, context)
}

function report(name: string, at: Node, context: RuleContext): void {
  context.report("forbidden_property", `The property ${name.slice(0, 60)} is not allowed.`, at, hint)
}

function checkPattern(pattern: ObjectPattern, context: RuleContext): void {
  for (const property of pattern.properties) {
    if (property.type !== "ObjectProperty") continue
    const name = property.computed ? foldString(property.key, context.scopes) : staticKey(property.key, false)
    if (name === undefined) continue
    checkName(name, property.key, context)
    if (name === "view" && isHandler(context.nodes.parentOf(pattern), context)) report(name, property.key, context)
  }
}

const borrowed: Readonly<Record<string, RegExp>> = { Object: /^(hasOwnProperty|toString)$/, Array: /^(slice|map|filter|forEach|join)$/ }

/** `Object.prototype.hasOwnProperty.call(row, key)`, written out and called at once: the prototype itself goes nowhere. */
function isBorrowed(prototype: Member, context: RuleContext): boolean {
  const owner = prototype.object
  if (owner.type !== "Identifier" || !context.scopes.isGlobal(owner) || prototype.computed) return false
  const method = context.nodes.parentOf(prototype)
  if (method?.type !== "MemberExpression" || method.object !== prototype || method.computed) return false
  const call = context.nodes.parentOf(method)
  if (call?.type !== "MemberExpression" || call.object !== method || call.computed || staticKey(call.property, false) !== "call") return false
  const invocation = context.nodes.parentOf(call)
  return invocation?.type === "CallExpression" && invocation.callee === call && (borrowed[owner.name]?.test(staticKey(method.property, false) ?? "") ?? false)
}

const isObjectGlobal = (node: Node, context: RuleContext) => node.type === "Identifier" && node.name === "Object" && context.scopes.isGlobal(node)

const overRows = /^(map|flatMap|filter|find|findIndex|findLast|some|every|forEach|reduce|reduceRight|sort|toSorted)$/

/** A parameter that is named like an event: `row.view` is a column, `event.view` is the window. In `data.map((e) => …)` it is a row. */
function isEventParameter(node: Node, context: RuleContext): boolean {
  if (node.type !== "Identifier" || !/^(e|ev|evt|event)$/.test(node.name)) return false
  const binding = context.scopes.bindingOf(node)
  return binding?.kind === "param" && !isCallbackOverRows(context.nodes.ancestorOf(binding.node, isFunction), context)
}

function isCallbackOverRows(callback: Node | undefined, context: RuleContext): boolean {
  const call = callback && context.nodes.parentOf(callback)
  if (call?.type !== "CallExpression" && call?.type !== "OptionalCallExpression") return false
  const { callee } = call
  const isMember = callee.type === "MemberExpression" || callee.type === "OptionalMemberExpression"
  return call.arguments[0] === callback && isMember && overRows.test(staticKey(callee.property, callee.computed) ?? "")
}

/** A function written directly as the value of an `onX` attribute. */
function isHandler(node: Node | undefined, context: RuleContext): boolean {
  if (node?.type !== "ArrowFunctionExpression" && node?.type !== "FunctionExpression") return false
  const container = context.nodes.parentOf(node)
  const attribute = container && context.nodes.parentOf(container)
  return attribute?.type === "JSXAttribute" && /^on[A-Z]/.test(String((attribute.name as { name?: string }).name))
}
