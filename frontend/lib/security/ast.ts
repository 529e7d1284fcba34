import type { Node } from "@babel/types"

/** A node whose fields are looked up by name; the rules narrow by `type`. */
export type AnyNode = Node & Record<string, unknown>

const notChildren = new Set(["type", "loc", "start", "end", "range", "extra", "errors", "comments", "tokens", "leadingComments", "innerComments", "trailingComments"])

export const isNode = (value: unknown): value is AnyNode =>
  typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string"

/** The child nodes of `node` in source order of their fields. */
export function childrenOf(node: Node): AnyNode[] {
  const children: AnyNode[] = []
  for (const key of Object.keys(node)) {
    if (notChildren.has(key)) continue
    const value = (node as AnyNode)[key]
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) children.push(item)
    } else if (isNode(value)) children.push(value)
  }
  return children
}

/** Every node under `root`, grouped by type, with its parent; built once and read by all rules. */
export class NodeIndex {
  readonly #byType = new Map<string, AnyNode[]>()
  readonly #parents = new Map<Node, AnyNode>()
  nodeCount = 0

  /** @throws RangeError when the tree is deeper than `maxDepth`. */
  constructor(root: Node, maxDepth: number) {
    this.#visit(root as AnyNode, 0, maxDepth)
  }

  of<T extends Node["type"]>(...types: T[]): Extract<Node, { type: T }>[] {
    return types.flatMap((type) => (this.#byType.get(type) ?? []) as unknown as Extract<Node, { type: T }>[])
  }

  parentOf(node: Node): AnyNode | undefined {
    return this.#parents.get(node)
  }

  /** The closest ancestor that satisfies `test`. */
  ancestorOf(node: Node, test: (ancestor: AnyNode) => boolean): AnyNode | undefined {
    let current = this.#parents.get(node)
    while (current && !test(current)) current = this.#parents.get(current)
    return current
  }

  #visit(node: AnyNode, depth: number, maxDepth: number): void {
    if (depth > maxDepth) throw new RangeError("too deep")
    this.nodeCount++
    const list = this.#byType.get(node.type)
    if (list) list.push(node)
    else this.#byType.set(node.type, [node])
    for (const child of childrenOf(node)) {
      this.#parents.set(child, node)
      this.#visit(child, depth + 1, maxDepth)
    }
  }
}

export const isFunction = (node: Node): boolean =>
  node.type === "FunctionDeclaration" ||
  node.type === "FunctionExpression" ||
  node.type === "ArrowFunctionExpression" ||
  node.type === "ObjectMethod" ||
  node.type === "ClassMethod" ||
  node.type === "ClassPrivateMethod"

/** The static name of a property key: identifier, string or number; undefined when computed. */
export function staticKey(key: Node, computed: boolean): string | undefined {
  if (!computed && key.type === "Identifier") return key.name
  if (key.type === "StringLiteral") return key.value
  if (key.type === "NumericLiteral") return String(key.value)
  return undefined
}

/** JSX's rule: a name that starts lower case (or has a dash) is an element, any other a component in scope. */
export const isIntrinsicName = (name: string): boolean => /^[a-z]/.test(name) || name.includes("-")
