import type { Identifier, Node, Program } from "@babel/types"

import { type AnyNode, childrenOf, isFunction, isIntrinsicName, isNode } from "./ast"

export type BindingKind = "import" | "const" | "let" | "var" | "function" | "class" | "param" | "catch"

/** A name declared in the file. `initial` is what a `const x = …` was given, when the pattern is a plain name. */
export type Binding = { name: string; kind: BindingKind; node: Node; initial?: Node; isReassigned: boolean; references: Node[] }

/** A use of a name; `binding` is undefined when nothing in the file declares it. */
export type Reference = { name: string; node: Node; isWrite: boolean; binding: Binding | undefined }

class Scope {
  readonly names = new Map<string, Binding>()
  constructor(readonly parent: Scope | undefined) {}

  declare(name: string, kind: BindingKind, node: Node, initial?: Node): void {
    const known = this.names.get(name)
    if (known) {
      known.isReassigned = true
      return
    }
    this.names.set(name, { name, kind, node, ...(initial && { initial }), isReassigned: false, references: [] })
  }

  find(name: string): Binding | undefined {
    return this.names.get(name) ?? this.parent?.find(name)
  }
}

/** Lexical resolution of every name in a JavaScript module (types already stripped), by ECMAScript's rules for strict code. */
export class ScopeTable {
  readonly references: Reference[] = []
  readonly #byNode = new Map<Node, Binding | undefined>()
  readonly #top = new Scope(undefined)

  constructor(program: Program) {
    this.#enterBody(program.body as unknown as AnyNode[], this.#top)
  }

  /** The binding an identifier refers to; undefined for a global or a node that is not a reference. */
  bindingOf(node: Node): Binding | undefined {
    return this.#byNode.get(node)
  }

  /** True for a reference to a name that the file does not declare. */
  isGlobal(node: Node): boolean {
    return this.#byNode.has(node) && this.#byNode.get(node) === undefined
  }

  topLevel(name: string): Binding | undefined {
    return this.#top.names.get(name)
  }

  get topLevelBindings(): Binding[] {
    return [...this.#top.names.values()]
  }

  #enterBody(statements: AnyNode[], scope: Scope): void {
    for (const statement of statements) declareVars(statement, scope)
    declareLexical(statements, scope)
    for (const statement of statements) this.#visit(statement, scope)
  }

  #reference(node: Node, name: string, scope: Scope, isWrite: boolean): void {
    const binding = scope.find(name)
    this.references.push({ name, node, isWrite, binding })
    this.#byNode.set(node, binding)
    binding?.references.push(node)
    if (isWrite && binding) binding.isReassigned = true
  }

  #visit(node: AnyNode | null | undefined, scope: Scope): void {
    if (!node) return
    if (isFunction(node)) return this.#function(node, scope)
    switch (node.type) {
      case "Identifier":
        return this.#reference(node, (node as Identifier).name, scope, false)
      case "JSXIdentifier":
        return this.#jsxName(node, scope)
      case "JSXMemberExpression":
        return this.#jsxMember(node["object"] as AnyNode, scope)
      case "JSXAttribute":
        return this.#visit(node["value"] as AnyNode, scope)
      case "ImportDeclaration":
      case "ExportAllDeclaration":
      case "MetaProperty":
      case "PrivateName":
      case "BreakStatement":
      case "ContinueStatement":
        return
      case "ExportNamedDeclaration":
        return this.#exportNamed(node, scope)
      case "LabeledStatement":
        return this.#visit(node["body"] as AnyNode, scope)
      case "MemberExpression":
      case "OptionalMemberExpression":
        this.#visit(node["object"] as AnyNode, scope)
        if (node["computed"]) this.#visit(node["property"] as AnyNode, scope)
        return
      case "ObjectProperty":
        if (node["computed"]) this.#visit(node["key"] as AnyNode, scope)
        return this.#visit(node["value"] as AnyNode, scope)
      case "ClassProperty":
      case "ClassPrivateProperty":
      case "ClassAccessorProperty":
        if (node["computed"]) this.#visit(node["key"] as AnyNode, scope)
        return this.#visit(node["value"] as AnyNode, scope)
      case "ClassDeclaration":
      case "ClassExpression":
        return this.#class(node, scope)
      case "VariableDeclarator":
        this.#pattern(node["id"] as AnyNode, scope, undefined)
        return this.#visit(node["init"] as AnyNode, scope)
      case "AssignmentExpression":
        this.#pattern(node["left"] as AnyNode, scope, true)
        return this.#visit(node["right"] as AnyNode, scope)
      case "UpdateExpression":
        return this.#pattern(node["argument"] as AnyNode, scope, true)
      case "StaticBlock":
        return this.#enterBody(node["body"] as AnyNode[], new Scope(scope))
      case "BlockStatement":
        return this.#enterBlock(node["body"] as AnyNode[], scope)
      case "SwitchStatement":
        return this.#switch(node, scope)
      case "ForStatement":
      case "ForInStatement":
      case "ForOfStatement":
        return this.#for(node, scope)
      case "CatchClause":
        return this.#catch(node, scope)
      default:
        for (const child of childrenOf(node)) this.#visit(child, scope)
    }
  }

  /** `<div>` is a tag, `<Chart>` a value. Attribute names never come here. */
  #jsxName(node: AnyNode, scope: Scope): void {
    const name = node["name"] as string
    if (!isIntrinsicName(name)) this.#reference(node, name, scope, false)
  }

  /** In `<icons.Home>` the first name is a value whatever its case. */
  #jsxMember(object: AnyNode, scope: Scope): void {
    if (object.type === "JSXIdentifier" && object["name"] !== "this") this.#reference(object, object["name"] as string, scope, false)
    else if (object.type === "JSXMemberExpression") this.#jsxMember(object["object"] as AnyNode, scope)
  }

  #exportNamed(node: AnyNode, scope: Scope): void {
    if (node["source"]) return
    this.#visit(node["declaration"] as AnyNode, scope)
    for (const specifier of (node["specifiers"] as AnyNode[]) ?? []) this.#visit(specifier["local"] as AnyNode, scope)
  }

  #enterBlock(statements: AnyNode[], outer: Scope): void {
    const scope = new Scope(outer)
    declareLexical(statements, scope)
    for (const statement of statements) this.#visit(statement, scope)
  }

  #switch(node: AnyNode, outer: Scope): void {
    this.#visit(node["discriminant"] as AnyNode, outer)
    const scope = new Scope(outer)
    const cases = node["cases"] as AnyNode[]
    declareLexical(cases.flatMap((item) => item["consequent"] as AnyNode[]), scope)
    for (const item of cases) {
      this.#visit(item["test"] as AnyNode, scope)
      for (const statement of item["consequent"] as AnyNode[]) this.#visit(statement, scope)
    }
  }

  #for(node: AnyNode, outer: Scope): void {
    const scope = new Scope(outer)
    const head = (node["init"] ?? node["left"]) as AnyNode | undefined
    if (head?.type === "VariableDeclaration") declareLexical([head], scope)
    if (node.type === "ForStatement") this.#visit(head, scope)
    else if (head?.type === "VariableDeclaration") this.#visit(head, scope)
    else if (head) this.#pattern(head, scope, true)
    for (const field of ["right", "test", "update", "body"]) this.#visit(node[field] as AnyNode, scope)
  }

  #catch(node: AnyNode, outer: Scope): void {
    const scope = new Scope(outer)
    if (node["param"]) {
      declarePattern(node["param"] as AnyNode, "catch", scope)
      this.#pattern(node["param"] as AnyNode, scope, undefined)
    }
    this.#enterBlock((node["body"] as AnyNode)["body"] as AnyNode[], scope)
  }

  #class(node: AnyNode, outer: Scope): void {
    const scope = new Scope(outer)
    if (isNode(node["id"])) scope.declare((node["id"] as unknown as Identifier).name, "class", node)
    this.#visit(node["superClass"] as AnyNode, scope)
    this.#visit(node["body"] as AnyNode, scope)
  }

  /** Parameters and body are two scopes: a `var` of the body is not visible to a parameter's default. */
  #function(node: AnyNode, outer: Scope): void {
    if (node["computed"]) this.#visit(node["key"] as AnyNode, outer)
    const own = new Scope(outer)
    if (node.type === "FunctionExpression" && isNode(node["id"])) own.declare((node["id"] as unknown as Identifier).name, "function", node)
    const params = new Scope(own)
    for (const param of node["params"] as AnyNode[]) declarePattern(param, "param", params)
    for (const param of node["params"] as AnyNode[]) this.#pattern(param, params, undefined)
    const body = node["body"] as AnyNode
    if (body.type === "BlockStatement") this.#enterBody(body["body"] as AnyNode[], new Scope(params))
    else this.#visit(body, params)
  }

  /** Visits a binding pattern or an assignment target. `isWrite` marks names that are assigned, not declared. */
  #pattern(node: AnyNode, scope: Scope, isWrite: true | undefined): void {
    switch (node.type) {
      case "Identifier":
        if (isWrite) this.#reference(node, (node as Identifier).name, scope, true)
        else this.#byNode.set(node, scope.find((node as Identifier).name))
        return
      case "ObjectPattern":
        for (const property of node["properties"] as AnyNode[]) this.#pattern(property, scope, isWrite)
        return
      case "ObjectProperty":
        if (node["computed"]) this.#visit(node["key"] as AnyNode, scope)
        return this.#pattern(node["value"] as AnyNode, scope, isWrite)
      case "ArrayPattern":
        for (const element of node["elements"] as (AnyNode | null)[]) if (element) this.#pattern(element, scope, isWrite)
        return
      case "AssignmentPattern":
        this.#pattern(node["left"] as AnyNode, scope, isWrite)
        return this.#visit(node["right"] as AnyNode, scope)
      case "RestElement":
        return this.#pattern(node["argument"] as AnyNode, scope, isWrite)
      default:
        return this.#visit(node, scope)
    }
  }
}

/** `let`, `const`, `class`, `function` and imports that stand directly in `statements`. */
function declareLexical(statements: AnyNode[], scope: Scope): void {
  for (const outer of statements) {
    let statement = outer
    if (statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration") statement = (statement["declaration"] as AnyNode | null) ?? statement
    while (statement.type === "LabeledStatement") statement = statement["body"] as AnyNode
    if (statement.type === "VariableDeclaration" && statement["kind"] !== "var") declareDeclarators(statement, scope)
    else if (statement.type === "FunctionDeclaration" && isNode(statement["id"])) scope.declare((statement["id"] as unknown as Identifier).name, "function", statement)
    else if (statement.type === "ClassDeclaration" && isNode(statement["id"])) scope.declare((statement["id"] as unknown as Identifier).name, "class", statement)
    else if (statement.type === "ImportDeclaration") {
      for (const specifier of statement["specifiers"] as AnyNode[]) scope.declare((specifier["local"] as unknown as Identifier).name, "import", specifier)
    }
  }
}

/** `var` declarations anywhere under `node` except inside nested functions and class bodies. */
function declareVars(node: AnyNode, scope: Scope): void {
  if (isFunction(node) || node.type === "ClassBody") return
  if (node.type === "VariableDeclaration" && node["kind"] === "var") declareDeclarators(node, scope)
  for (const child of childrenOf(node)) declareVars(child, scope)
}

function declareDeclarators(declaration: AnyNode, scope: Scope): void {
  for (const declarator of declaration["declarations"] as AnyNode[]) {
    const initial = isNode(declarator["init"]) ? declarator["init"] : undefined
    declarePattern(declarator["id"] as AnyNode, declaration["kind"] as BindingKind, scope, initial)
  }
}

function declarePattern(node: AnyNode, kind: BindingKind, scope: Scope, initial?: Node): void {
  switch (node.type) {
    case "Identifier":
      return scope.declare((node as Identifier).name, kind, node, initial)
    case "ObjectPattern":
      for (const property of node["properties"] as AnyNode[]) declarePattern((property.type === "RestElement" ? property["argument"] : property["value"]) as AnyNode, kind, scope)
      return
    case "ArrayPattern":
      for (const element of node["elements"] as (AnyNode | null)[]) if (element) declarePattern(element, kind, scope)
      return
    case "AssignmentPattern":
      return declarePattern(node["left"] as AnyNode, kind, scope)
    case "RestElement":
      return declarePattern(node["argument"] as AnyNode, kind, scope)
    default:
  }
}
