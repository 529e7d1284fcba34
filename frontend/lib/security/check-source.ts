import type { File } from "@babel/types"

import { NodeIndex } from "./ast"
import type { Rule, RuleContext } from "./context"
import { DiagnosticList, type Diagnostic } from "./diagnostics"
import type { ParamDeclarations } from "./params"
import { parseSource } from "./parse"
import { contractRule } from "./rules/contract"
import { globalsRule } from "./rules/globals"
import { importsRule } from "./rules/imports"
import { jsxRule } from "./rules/jsx"
import { loopsRule } from "./rules/loops"
import { extractParams } from "./rules/params"
import { propertiesRule } from "./rules/properties"
import { syntaxRule } from "./rules/syntax"
import { urlsRule } from "./rules/urls"
import { ScopeTable } from "./scope"
import { stripTypes } from "./strip-types"

/** The verdict, and for accepted code the very tree that was checked: JavaScript with JSX, no types. */
export type CheckedSource = { diagnostics: Diagnostic[]; params?: ParamDeclarations } & ({ ok: true; file: File; scopes: ScopeTable } | { ok: false })

const rules: Rule[] = [syntaxRule, importsRule, contractRule, globalsRule, propertiesRule, jsxRule, urlsRule, loopsRule]

/** Parses, strips types and applies every rule. Never throws. */
export function checkSource(source: string): CheckedSource {
  const diagnostics = new DiagnosticList()
  try {
    const file = parseSource(source, diagnostics)
    if (!file) return { ok: false, diagnostics: diagnostics.sorted() }
    const typeNames = stripTypes(file, diagnostics)
    const nodes = new NodeIndex(file.program, 400)
    const context: RuleContext = {
      program: file.program,
      nodes,
      scopes: new ScopeTable(file.program),
      typeNames,
      diagnostics,
      report: (code, message, at, hint) => diagnostics.add(code, message, at?.loc?.start, hint),
    }
    for (const rule of rules) rule(context)
    const params = extractParams(context)
    const result = { diagnostics: diagnostics.sorted(), ...(params && { params }) }
    return diagnostics.isEmpty ? { ok: true, file, scopes: context.scopes, ...result } : { ok: false, ...result }
  } catch (error) {
    if (error instanceof RangeError) diagnostics.add("too_deep", "The code is nested too deeply.", undefined, "Split it into smaller functions and components.")
    else diagnostics.add("internal_error", "The code could not be checked.", undefined)
    return { ok: false, diagnostics: diagnostics.sorted() }
  }
}
