import { checkSource } from "./check-source"
import type { Diagnostic } from "./diagnostics"
import type { ParamDeclarations } from "./params"

export type { Diagnostic, DiagnosticCode } from "./diagnostics"
export type { ParamDeclaration, ParamDeclarations, ParamOption, ParamType, ParamValue } from "./params"

/** `params` is what the file declares, present also beside findings that do not concern it. */
export type ValidationResult = { ok: boolean; diagnostics: Diagnostic[]; params?: ParamDeclarations }

/**
 * Checks one generated TSX file against the artifact contract (docs/artifact-contract.md). Pure: no DOM, runs no code of the
 * file, never throws. Time grows with the source, which is limited to 100 KB; run it in a worker all the same.
 */
export function validateCode(source: string): ValidationResult {
  const { ok, diagnostics, params } = checkSource(source)
  return params ? { ok, diagnostics, params } : { ok, diagnostics }
}
