import type { Node } from "@babel/types"

import { type AnyNode, isFunction } from "../security/ast"
import { block, call, identifier, number, runtimeNames, sequence, statement } from "./build"
import { rewrite } from "./rewrite"

const check = (at: Node) => call(identifier(runtimeNames.guard), [number(at.loc?.start.line ?? 1)])

const loops = new Set(["ForStatement", "ForInStatement", "ForOfStatement", "WhileStatement", "DoWhileStatement"])

/**
 * Puts a time check (`__cw_g(line)`) at the head of every function, loop, catch and finally. Once the time is up every further
 * check throws, so neither a catch nor a finally of the artifact gets to run on: the abort cannot be swallowed.
 */
export function insertGuards(program: Node): void {
  rewrite(program, (node) => {
    if (isFunction(node)) guardFunction(node)
    else if (loops.has(node.type) || node.type === "CatchClause") guardField(node, "body", node)
    else if (node.type === "TryStatement" && node.finalizer) guardField(node, "finalizer", node.finalizer)
    return node
  })
}

function guardFunction(node: AnyNode): void {
  const body = (node as Record<string, unknown>)["body"] as AnyNode
  if (body.type === "BlockStatement") guardField(node, "body", node)
  else (node as Record<string, unknown>)["body"] = sequence(check(node), body)
}

function guardField(node: AnyNode, field: string, at: Node): void {
  const fields = node as Record<string, unknown>
  const body = fields[field] as AnyNode
  if (body.type === "BlockStatement") body.body = [statement(check(at)), ...body.body]
  else fields[field] = block([statement(check(at)), body], body)
}
