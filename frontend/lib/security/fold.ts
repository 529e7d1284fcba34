import type { Node } from "@babel/types"

import type { ScopeTable } from "./scope"
import { type AnyNode } from "./ast"

const maxSteps = 200

/**
 * The string an expression always evaluates to, if that can be read off: literals, concatenation, templates, `join`,
 * `reverse`, `String.fromCharCode`, and constants that were built that way. Undefined when the value is dynamic.
 */
export function foldString(node: Node, scopes: ScopeTable): string | undefined {
  const value = new Folder(scopes).fold(node as AnyNode)
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined
}

type Folded = string | number | Folded[] | undefined

class Folder {
  #steps = 0
  constructor(readonly scopes: ScopeTable) {}

  fold(node: AnyNode): Folded {
    if (++this.#steps > maxSteps) return undefined
    switch (node.type) {
      case "StringLiteral":
      case "NumericLiteral":
        return node["value"] as string | number
      case "TemplateLiteral":
        return this.#template(node)
      case "BinaryExpression":
        return node["operator"] === "+" ? this.#add(node) : undefined
      case "ArrayExpression":
        return this.#all(node["elements"] as (AnyNode | null)[])
      case "Identifier":
        return this.#constant(node)
      case "CallExpression":
        return this.#call(node)
      case "SequenceExpression":
        return this.#last(node["expressions"] as AnyNode[])
      default:
        return undefined
    }
  }

  #last(nodes: AnyNode[]): Folded {
    const last = nodes.at(-1)
    return last && this.fold(last)
  }

  #all(nodes: (AnyNode | null)[]): Folded[] | undefined {
    const values = nodes.map((item) => item && this.fold(item))
    return values.every((value) => value !== undefined && value !== null) ? (values as Folded[]) : undefined
  }

  #template(node: AnyNode): string | undefined {
    const parts = this.#all(node["expressions"] as AnyNode[])
    if (!parts) return undefined
    const quasis = node["quasis"] as { value: { cooked?: string | null } }[]
    return quasis.map((quasi, index) => (quasi.value.cooked ?? "") + (index < parts.length ? String(parts[index]) : "")).join("")
  }

  #add(node: AnyNode): Folded {
    const left = this.fold(node["left"] as AnyNode)
    const right = this.fold(node["right"] as AnyNode)
    if (left === undefined || right === undefined) return undefined
    return typeof left === "number" && typeof right === "number" ? left + right : String(left) + String(right)
  }

  /** A constant counts when it was put together from pieces; a plain name for a column stays a dynamic key. */
  #constant(node: AnyNode): Folded {
    const binding = this.scopes.bindingOf(node)
    if (binding?.kind !== "const" || binding.isReassigned || !binding.initial) return undefined
    const isPlain = binding.initial.type === "StringLiteral" || binding.initial.type === "NumericLiteral"
    return isPlain && this.#steps === 1 ? undefined : this.fold(binding.initial as AnyNode)
  }

  #call(node: AnyNode): Folded {
    const callee = node["callee"] as AnyNode
    if (callee.type !== "MemberExpression" || callee["computed"]) return undefined
    const name = (callee["property"] as { name?: string }).name
    const values = this.#all(node["arguments"] as AnyNode[])
    if (!values || !name) return undefined
    const object = callee["object"] as AnyNode
    if (object.type === "Identifier" && object["name"] === "String" && this.scopes.isGlobal(object)) {
      return name === "fromCharCode" || name === "fromCodePoint" ? String.fromCodePoint(...values.map(Number).filter((code) => code >= 0 && code < 0x110000)) : undefined
    }
    return applyMethod(this.fold(object), name, values)
  }
}

function applyMethod(target: Folded, name: string, args: Folded[]): Folded {
  if (Array.isArray(target)) {
    if (name === "join") return target.map(String).join(args[0] === undefined ? "," : String(args[0]))
    if (name === "reverse") return [...target].reverse()
    if (name === "concat") return target.concat(args)
    return undefined
  }
  if (typeof target !== "string") return undefined
  switch (name) {
    case "concat":
      return target + args.map(String).join("")
    case "split":
      return target.split(String(args[0] ?? ""))
    case "toLowerCase":
      return target.toLowerCase()
    case "toUpperCase":
      return target.toUpperCase()
    case "trim":
      return target.trim()
    case "toString":
      return target
    case "slice":
    case "substring":
      return target.slice(Number(args[0] ?? 0), args[1] === undefined ? undefined : Number(args[1]))
    case "replace":
    case "replaceAll":
      return args.length === 2 ? target.replaceAll(String(args[0]), String(args[1])) : undefined
    default:
      return undefined
  }
}
