import type { Expression, File, Node, TSEnumDeclaration, VariableDeclaration } from "@babel/types"

import { type AnyNode, isNode, staticKey } from "./ast"
import type { DiagnosticList } from "./diagnostics"

/** Names used in type positions; an import that is used in no other place is a type and is dropped. */
export type TypeNames = ReadonlySet<string>

const typeFields = ["typeAnnotation", "typeParameters", "typeArguments", "returnType", "superTypeParameters", "superTypeArguments", "implements", "predicate", "optional", "definite", "declare", "accessibility", "readonly", "abstract", "override"]
const wrappers = new Set(["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression", "TSTypeAssertion", "TSInstantiationExpression", "ParenthesizedExpression"])
const typeStatements = new Set(["TSTypeAliasDeclaration", "TSInterfaceDeclaration", "TSDeclareFunction", "TSDeclareMethod"])
const refused: Record<string, string> = {
  TSModuleDeclaration: "namespace",
  TSImportEqualsDeclaration: "import … = …",
  TSExportAssignment: "export = …",
  TSNamespaceExportDeclaration: "export as namespace",
}

/** Turns the TypeScript tree into a JavaScript one, in place: types go, plain enums become objects. */
export function stripTypes(file: File, diagnostics: DiagnosticList): TypeNames {
  const names = new Set<string>()
  new Stripper(names, diagnostics).fields(file.program as AnyNode)
  return names
}

class Stripper {
  constructor(
    readonly names: Set<string>,
    readonly diagnostics: DiagnosticList,
  ) {}

  fields(node: AnyNode): void {
    if (node.type === "ClassMethod" && node["kind"] === "constructor") assignParameterProperties(node)
    const isObjectMember = node.type === "OptionalMemberExpression" || node.type === "OptionalCallExpression"
    for (const field of typeFields) {
      if (field === "optional" && isObjectMember) continue
      if (!(field in node)) continue
      this.#collect(node[field])
      Reflect.deleteProperty(node, field)
    }
    for (const key of Object.keys(node)) {
      const value = node[key]
      if (key === "loc" || key === "extra") continue
      if (Array.isArray(value)) node[key] = value.flatMap((item) => (isNode(item) ? this.#replace(item) : [item]))
      else if (isNode(value)) node[key] = this.#replace(value)[0] ?? emptyFor(value)
    }
    if (isFunctionLike(node)) dropThisParameter(node)
  }

  /** What stands in the tree in place of `node`: nothing for a type, the inner expression for a cast. */
  #replace(node: AnyNode): AnyNode[] {
    if (wrappers.has(node.type)) {
      this.#collect(node["typeAnnotation"])
      return this.#replace(node["expression"] as AnyNode)
    }
    const isTypeOnly = typeStatements.has(node.type) || node["declare"] === true || node["exportKind"] === "type" || node.type === "TSIndexSignature" || (node.type === "ClassMethod" && node["abstract"] === true)
    if (isTypeOnly) {
      this.#collect(node)
      return []
    }
    if (node.type === "ImportSpecifier" && node["importKind"] === "type") return []
    if (node.type === "ImportDeclaration" && node["importKind"] === "type") node["specifiers"] = []
    const name = refused[node.type]
    if (name) {
      this.diagnostics.add("forbidden_syntax", `${name} is not allowed.`, node.loc?.start, "Use plain functions, objects and ES imports.")
      return []
    }
    if (node.type === "TSEnumDeclaration") return [this.#enumToObject(node as unknown as TSEnumDeclaration)]
    if (node.type.startsWith("TS")) {
      this.#collect(node)
      return []
    }
    const isExportOfType = node.type === "ExportNamedDeclaration" && isNode(node["declaration"])
    this.fields(node)
    if (isExportOfType && !isNode(node["declaration"])) return []
    return [node]
  }

  #enumToObject(node: TSEnumDeclaration): AnyNode {
    const properties: unknown[] = []
    let next: number | undefined = 0
    for (const member of node.body?.members ?? (node as unknown as { members: TSEnumDeclaration["members"] }).members) {
      const key = staticKey(member.id, false) ?? ""
      const value: string | number | undefined = member.initializer ? literalOf(member.initializer) : next
      if (value === undefined) {
        this.diagnostics.add("forbidden_syntax", "An enum member must be a number or a string.", member.loc?.start, "Use a const object instead of the enum.")
        continue
      }
      next = typeof value === "number" ? value + 1 : undefined
      properties.push(property(key, value, member))
      if (typeof value === "number") properties.push(property(String(value), key, member))
    }
    const declaration = {
      type: "VariableDeclaration",
      kind: "const",
      declarations: [{ type: "VariableDeclarator", id: node.id, init: { type: "ObjectExpression", properties, loc: node.loc }, loc: node.loc }],
      loc: node.loc,
    }
    return declaration as unknown as VariableDeclaration & AnyNode
  }

  #collect(value: unknown): void {
    if (Array.isArray(value)) value.forEach((item) => this.#collect(item))
    if (!isNode(value)) return
    if (value.type === "Identifier") this.names.add(value.name as string)
    for (const key of Object.keys(value)) if (key !== "loc") this.#collect(value[key])
  }
}

const literalOf = (node: Expression): string | number | undefined => {
  if (node.type === "StringLiteral" || node.type === "NumericLiteral") return node.value
  if (node.type === "UnaryExpression" && node.operator === "-" && node.argument.type === "NumericLiteral") return -node.argument.value
  if (node.type !== "BinaryExpression" || node.left.type === "PrivateName") return undefined
  const left = literalOf(node.left)
  const right = literalOf(node.right)
  if (typeof left !== "number" || typeof right !== "number") return undefined
  if (node.operator === "<<") return left << right
  if (node.operator === "|") return left | right
  return node.operator === "+" ? left + right : undefined
}

const property = (key: string, value: string | number, at: Node) => ({
  type: "ObjectProperty",
  key: { type: "StringLiteral", value: key, loc: at.loc },
  value: typeof value === "string" ? { type: "StringLiteral", value, loc: at.loc } : numberNode(value, at),
  computed: false,
  shorthand: false,
  loc: at.loc,
})

const numberNode = (value: number, at: Node) => {
  const literal = { type: "NumericLiteral", value: Math.abs(value), loc: at.loc }
  return value < 0 ? { type: "UnaryExpression", operator: "-", prefix: true, argument: literal, loc: at.loc } : literal
}

/** `constructor(private label = "x")` declares a parameter and assigns `this.label`, after a leading `super()` if there is one. */
function assignParameterProperties(constructor: AnyNode): void {
  const params = constructor["params"] as AnyNode[]
  const { body } = constructor["body"] as unknown as { body: AnyNode[] }
  const at = body.findIndex((statement) => statement.type === "ExpressionStatement" && isSuperCall(statement["expression"])) + 1
  const assignments: AnyNode[] = []
  constructor["params"] = params.map((param) => {
    if (param.type !== "TSParameterProperty") return param
    const inner = param["parameter"] as AnyNode
    const name = (inner.type === "AssignmentPattern" ? inner["left"] : inner) as AnyNode
    const { loc } = param
    const left = { type: "MemberExpression", object: { type: "ThisExpression", loc }, property: { type: "Identifier", name: name["name"], loc }, computed: false, loc }
    const right = { type: "Identifier", name: name["name"], loc }
    assignments.push({ type: "ExpressionStatement", expression: { type: "AssignmentExpression", operator: "=", left, right, loc }, loc } as unknown as AnyNode)
    return inner
  })
  body.splice(at, 0, ...assignments)
}

const isSuperCall = (node: unknown) => isNode(node) && node.type === "CallExpression" && isNode(node["callee"]) && node["callee"].type === "Super"

const isFunctionLike = (node: AnyNode) => Array.isArray(node["params"]) && "body" in node

/** `function f(this: Type, x)`: `this` there is a type, not a parameter. */
function dropThisParameter(node: AnyNode): void {
  node["params"] = (node["params"] as AnyNode[]).filter((param) => !(param.type === "Identifier" && param.name === "this"))
}

/** A statement position that lost its type still needs a statement. */
const emptyFor = (node: AnyNode) => (typeStatements.has(node.type) ? { type: "EmptyStatement", loc: node.loc } : null)
