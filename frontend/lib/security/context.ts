import type { Node, Program } from "@babel/types"

import type { NodeIndex } from "./ast"
import type { DiagnosticCode, DiagnosticList } from "./diagnostics"
import type { ScopeTable } from "./scope"
import type { TypeNames } from "./strip-types"

/** What every rule reads: the JavaScript tree (types stripped), its index, its scopes, and where to report. */
export type RuleContext = {
  program: Program
  nodes: NodeIndex
  scopes: ScopeTable
  typeNames: TypeNames
  diagnostics: DiagnosticList
  report: (code: DiagnosticCode, message: string, at: Node | null | undefined, hint?: string) => void
}

export type Rule = (context: RuleContext) => void
