import type { Expression, JSXAttribute, JSXElement, JSXFragment, JSXOpeningElement, JSXSpreadAttribute, Node } from "@babel/types"

import { isIntrinsicName } from "../security/ast"
import { booleanLiteral, call, identifier, member, nullLiteral, object, property, runtimeNames, spread, string } from "./build"
import { rewrite } from "./rewrite"

/** Turns JSX into calls: `<a b={c}>d</a>` becomes `__cw_h("a", { b: c }, "d")`. */
export function lowerJsx(program: Node): void {
  rewrite(program, (node) => {
    if (node.type === "JSXElement") return lowerElement(node as unknown as JSXElement)
    if (node.type === "JSXFragment") return lowerFragment(node as unknown as JSXFragment)
    return node
  })
}

function lowerElement(element: JSXElement): Expression {
  const { name, attributes } = element.openingElement
  return call(identifier(runtimeNames.element), [typeOf(name), propsOf(attributes, element), ...childrenOf(element)], element)
}

const lowerFragment = (fragment: JSXFragment): Expression =>
  call(identifier(runtimeNames.element), [identifier(runtimeNames.fragment), nullLiteral(), ...childrenOf(fragment)], fragment)

function typeOf(name: JSXOpeningElement["name"]): Expression {
  if (name.type === "JSXMemberExpression") return member(objectOf(name.object), name.property.name, name)
  if (name.type === "JSXNamespacedName") return string(`${name.namespace.name}:${name.name.name}`, name)
  return isIntrinsicName(name.name) ? string(name.name, name) : identifier(name.name, name)
}

function objectOf(name: Extract<JSXOpeningElement["name"], { type: "JSXMemberExpression" }>["object"]): Expression {
  if (name.type === "JSXMemberExpression") return member(objectOf(name.object), name.property.name, name)
  return name.name === "this" ? ({ type: "ThisExpression", loc: name.loc } as Expression) : identifier(name.name, name)
}

function propsOf(attributes: (JSXAttribute | JSXSpreadAttribute)[], element: JSXElement): Expression {
  if (attributes.length === 0) return nullLiteral()
  return object(attributes.map((attribute) => (attribute.type === "JSXSpreadAttribute" ? spread(attribute.argument) : attributeOf(attribute))), element)
}

function attributeOf({ name, value }: JSXAttribute): Node {
  const key = name.type === "JSXNamespacedName" ? `${name.namespace.name}:${name.name.name}` : name.name
  return property(string(key, name), attributeValue(value))
}

function attributeValue(value: JSXAttribute["value"]): Node {
  if (!value) return booleanLiteral(true)
  if (value.type === "StringLiteral") return string(value.value.replace(/\n\s+/g, " "), value)
  return value.type === "JSXExpressionContainer" ? value.expression : value
}

function childrenOf({ children }: JSXElement | JSXFragment): Node[] {
  return children.flatMap((child): Node[] => {
    if (child.type === "JSXText") {
      const text = collapse(child.value)
      return text ? [string(text, child)] : []
    }
    if (child.type === "JSXExpressionContainer") return child.expression.type === "JSXEmptyExpression" ? [] : [child.expression]
    return child.type === "JSXSpreadChild" ? [spread(child.expression)] : [child]
  })
}

/** JSX's whitespace: lines are trimmed where they meet, empty ones vanish, the rest is joined by one space. */
function collapse(text: string): string {
  const lines = text.split(/\r\n|\n|\r/)
  const kept = lines.map((line, index) => {
    let trimmed = line.replace(/\t/g, " ")
    if (index > 0) trimmed = trimmed.replace(/^ +/, "")
    if (index < lines.length - 1) trimmed = trimmed.replace(/ +$/, "")
    return trimmed
  })
  return kept.filter((line) => line !== "").join(" ")
}
