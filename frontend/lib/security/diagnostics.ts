/** What is wrong with a piece of generated code, in words a person or a model can act on. */
export type Diagnostic = {
  /** Stable, snake_case; explained in docs/artifact-contract.md. */
  code: DiagnosticCode
  message: string
  /** 1-based. */
  line: number
  /** 1-based. */
  column: number
  /** What to write instead. */
  hint?: string
}

export type DiagnosticCode =
  | "source_too_large"
  | "too_deep"
  | "forbidden_characters"
  | "syntax_error"
  | "forbidden_syntax"
  | "unknown_module"
  | "unknown_import"
  | "forbidden_export"
  | "contract_default_export"
  | "contract_parameters"
  | "forbidden_global"
  | "undeclared_name"
  | "read_only_name"
  | "forbidden_property"
  | "forbidden_element"
  | "forbidden_attribute"
  | "external_url"
  | "endless_loop"
  | "invalid_params"
  | "validation_timeout"
  | "internal_error"

/** Where a diagnostic points; Babel's `loc.start` (column 0-based) fits. */
export type Position = { line: number; column: number }

/** More than this many findings help nobody; the rest is dropped. */
export const maxDiagnostics = 20

export class DiagnosticList {
  readonly #items: Diagnostic[] = []

  /** Adds a finding; a second one of the same code at the same place is dropped. */
  add(code: DiagnosticCode, message: string, at: Position | undefined, hint?: string): void {
    const line = at?.line ?? 1
    const column = (at?.column ?? 0) + 1
    if (this.#items.some((item) => item.code === code && item.line === line && item.column === column)) return
    this.#items.push(hint === undefined ? { code, message, line, column } : { code, message, line, column, hint })
  }

  get isEmpty(): boolean {
    return this.#items.length === 0
  }

  /** In source order, at most {@link maxDiagnostics}. */
  sorted(): Diagnostic[] {
    return [...this.#items].sort((a, b) => a.line - b.line || a.column - b.column).slice(0, maxDiagnostics)
  }
}
