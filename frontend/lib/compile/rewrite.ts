import type { Node } from "@babel/types"

import { type AnyNode, isNode } from "../security/ast"

/** Replaces nodes bottom-up, in place: `replace` gets each node after its children and returns what stands there. */
export function rewrite(root: Node, replace: (node: AnyNode) => Node): void {
  for (const key of Object.keys(root)) {
    if (key === "loc" || key === "extra") continue
    const fields = root as AnyNode
    const value = fields[key]
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) if (isNode(value[index])) value[index] = visit(value[index] as AnyNode, replace)
    } else if (isNode(value)) fields[key] = visit(value, replace)
  }
}

function visit(node: AnyNode, replace: (node: AnyNode) => Node): Node {
  rewrite(node, replace)
  return replace(node)
}
