import type { CompiledArtifact } from "../../../frontend/lib/compile/compile"
import { insertGuards } from "../../../frontend/lib/compile/guards"
import { lowerJsx } from "../../../frontend/lib/compile/lower-jsx"
import { lowerModules } from "../../../frontend/lib/compile/lower-modules"
import { print } from "../../../frontend/lib/compile/print"
import { DiagnosticList } from "../../../frontend/lib/security/diagnostics"
import { parseSource } from "../../../frontend/lib/security/parse"
import { stripTypes } from "../../../frontend/lib/security/strip-types"

/** The compiler with every rule left out: what an artifact that fooled the validator would be. */
export function compileUnchecked(source: string): CompiledArtifact {
  const diagnostics = new DiagnosticList()
  const file = parseSource(source, diagnostics)
  if (!file) throw new Error(JSON.stringify(diagnostics.sorted()))
  stripTypes(file, diagnostics)
  insertGuards(file.program)
  lowerJsx(file.program)
  const icons = lowerModules(file.program)
  const { code, lines } = print(file.program)
  return { code: `"use strict";const __cw_e=exports;(function(){${code}\n})();\n//# sourceURL=viz.tsx`, lines, icons, params: {}, styles: "" }
}
