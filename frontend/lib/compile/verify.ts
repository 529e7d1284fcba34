import { parse } from "acorn"

import type { Program } from "@babel/types"

import { NodeIndex } from "../security/ast"
import { runtimeNames } from "./build"

/** Every name that occurs in the tree, as identifier or property. */
export function namesOf(program: Program): Set<string> {
  const index = new NodeIndex(program, 1000)
  const names = new Set<string>(index.of("Identifier").map((node) => node.name))
  for (const name of Object.values(runtimeNames)) names.add(name)
  return names
}

/**
 * A second parser reads what will run, as what it will be: the body of a strict function in script goal. It must be valid, and
 * hold no name that the checked tree does not. @throws SyntaxError otherwise
 */
export function verifyCompiled(code: string, names: ReadonlySet<string>): void {
  const tree = parse(`(function(){"use strict";${code}\n})`, {
    ecmaVersion: "latest",
    sourceType: "script",
    onToken: (token) => {
      const { type, value } = token as typeof token & { value: unknown } // acorn's types leave `value` out
      if (type.label !== "name") return
      const word = String(value)
      if (!names.has(word) && !contextual.has(word)) throw new SyntaxError(`unexpected ${word}`)
    },
    onComment: () => {
      throw new SyntaxError("unexpected comment")
    },
  })
  // Strict script goal has no import, export or with statement; as property names the words are plain.
  const [found] = new NodeIndex(tree as unknown as Program, 1000).of("ImportExpression", "DebuggerStatement")
  if (found) throw new SyntaxError(`unexpected ${found.type}`)
}

/** Words acorn reports as names though they are syntax. */
const contextual = new Set(["async", "await", "of", "get", "set", "static", "let", "yield", "target"])
