import type { Expression, ExpressionStatement, Identifier, Node, Statement, StringLiteral } from "@babel/types"

/** Names the compiled code uses and no artifact may: the element function, fragment, guard and module table. */
export const runtimeNames = { element: "__cw_h", fragment: "__cw_F", guard: "__cw_g", module: "__cw_m", exports: "__cw_e" } as const

// Plain object builders: @babel/types' own validate every field at run time, which costs more than the whole print.
const make = <T extends Node>(node: object, at?: Node | null): T => ({ ...node, loc: at?.loc }) as unknown as T

export const identifier = (name: string, at?: Node | null): Identifier => make({ type: "Identifier", name }, at)
export const string = (value: string, at?: Node | null): StringLiteral => make({ type: "StringLiteral", value }, at)
export const nullLiteral = (): Expression => make({ type: "NullLiteral" })
export const booleanLiteral = (value: boolean): Expression => make({ type: "BooleanLiteral", value })
export const number = (value: number): Expression => make({ type: "NumericLiteral", value })
export const call = (callee: Expression, args: readonly Node[], at?: Node | null): Expression => make({ type: "CallExpression", callee, arguments: args }, at)
export const member = (object: Expression, property: string, at?: Node | null): Expression =>
  make({ type: "MemberExpression", object, property: identifier(property, at), computed: false }, at)
export const object = (properties: readonly Node[], at?: Node | null): Expression => make({ type: "ObjectExpression", properties }, at)
export const property = (key: Expression, value: Node): Node => make({ type: "ObjectProperty", key, value, computed: false, shorthand: false })
export const spread = (argument: Node): Node => make({ type: "SpreadElement", argument })
export const statement = (expression: Expression): ExpressionStatement => make({ type: "ExpressionStatement", expression })
export const sequence = (...expressions: Node[]): Expression => make({ type: "SequenceExpression", expressions })
export const block = (body: Node[], at?: Node | null): Statement => make({ type: "BlockStatement", body, directives: [] }, at)
export const constant = (id: Node, init: Expression, at?: Node | null): Statement =>
  make({ type: "VariableDeclaration", kind: "const", declarations: [make({ type: "VariableDeclarator", id, init }, at)] }, at)
