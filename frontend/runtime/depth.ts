const maxDepth = 600

/**
 * Refuses nodes nested deeper than {@link maxDepth}. Layout recurses in native code: a tree of some thousand boxes, one in the other,
 * overflows the stack of the process. `appendChild` and `insertBefore` are what React builds with. They throw RangeError.
 */
export function limitDepth(): void {
  const heights = new WeakMap<Node, number>()
  const grow = (parent: Node, child: Node) => {
    let height = (heights.get(child) ?? 0) + 1
    for (let node: Node | null = parent; node && (heights.get(node) ?? 0) < height; node = node.parentNode, height++) {
      if (height > maxDepth) throw new RangeError(`The view is nested more than ${maxDepth} elements deep.`)
      heights.set(node, height)
    }
  }
  const { appendChild, insertBefore } = Node.prototype
  Node.prototype.appendChild = function <T extends Node>(this: Node, child: T): T {
    grow(this, child)
    return appendChild.call(this, child) as T
  }
  Node.prototype.insertBefore = function <T extends Node>(this: Node, child: T, before: Node | null): T {
    grow(this, child)
    return insertBefore.call(this, child, before) as T
  }
}
