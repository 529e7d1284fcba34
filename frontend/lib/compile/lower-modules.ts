import type { ImportDeclaration, Node, Program, Statement } from "@babel/types"

import { call, constant, identifier, member, property, runtimeNames, statement, string } from "./build"

/** Icons of lucide-react the code names; `all` when it takes the whole module. */
export type IconNames = string[] | "all"

/** Imports become constants at the top, exports plain declarations; `Viz` is handed out at the end. */
export function lowerModules(program: Program): IconNames {
  const imports: Statement[] = []
  const body: Statement[] = []
  const icons = new Set<string>()
  let wantsAll = false
  for (const node of program.body) {
    if (node.type === "ImportDeclaration") {
      imports.push(...lowerImport(node))
      if (node.source.value === "lucide-react") wantsAll = collectIcons(node, icons) || wantsAll
    } else if (node.type === "ExportDefaultDeclaration") body.push(node.declaration as Statement)
    else if (node.type === "ExportNamedDeclaration") {
      if (node.declaration) body.push(node.declaration)
    } else body.push(node)
  }
  const handOut = { type: "AssignmentExpression", operator: "=", left: member(identifier(runtimeNames.exports), "default"), right: identifier("Viz") }
  program.body = [...imports, ...body, statement(handOut as Parameters<typeof statement>[0])]
  return wantsAll ? "all" : [...icons].sort()
}

function lowerImport(declaration: ImportDeclaration): Statement[] {
  const source = () => call(identifier(runtimeNames.module), [string(declaration.source.value)], declaration)
  const named: Node[] = []
  const statements: Statement[] = []
  for (const specifier of declaration.specifiers) {
    const isWhole = specifier.type !== "ImportSpecifier" || importedName(specifier) === "default"
    if (isWhole) statements.push(constant(specifier.local, source(), declaration))
    else named.push(property(string(importedName(specifier)), specifier.local))
  }
  if (named.length) statements.push(constant({ type: "ObjectPattern", properties: named } as Node, source(), declaration))
  return statements
}

const importedName = ({ imported }: Extract<ImportDeclaration["specifiers"][number], { type: "ImportSpecifier" }>) => (imported.type === "Identifier" ? imported.name : imported.value)

function collectIcons(declaration: ImportDeclaration, icons: Set<string>): boolean {
  let wantsAll = false
  for (const specifier of declaration.specifiers) {
    const name = specifier.type === "ImportSpecifier" ? importedName(specifier) : "icons"
    if (name === "icons") wantsAll = true
    else icons.add(name)
  }
  return wantsAll
}
