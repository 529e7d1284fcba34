import { checkSource } from "../security/check-source"
import type { Diagnostic, ParamDeclarations } from "../security/codeValidator"
import { runtimeNames } from "./build"
import { insertGuards } from "./guards"
import { lowerJsx } from "./lower-jsx"
import { type IconNames, lowerModules } from "./lower-modules"
import { print } from "./print"
import { stylesFor } from "./styles"
import { namesOf, verifyCompiled } from "./verify"

/**
 * What the frame runs: strict JavaScript for the body of a function, with the line of the source for each of its lines, and the
 * CSS of the Tailwind classes it uses.
 */
export type CompiledArtifact = { code: string; lines: number[]; icons: IconNames; params: ParamDeclarations; styles: string }

export type CompileResult = { ok: true; artifact: CompiledArtifact } | { ok: false; diagnostics: Diagnostic[]; params?: ParamDeclarations }

/**
 * Checks TSX and compiles the very tree that was checked: types stripped, comments gone, JSX as calls, imports as constants,
 * time checks in every function and loop. Pure and synchronous; `styles` is left empty.
 */
export function compileSource(source: string): CompileResult {
  const checked = checkSource(source)
  if (!checked.ok) return { ok: false, diagnostics: checked.diagnostics, ...(checked.params && { params: checked.params }) }
  try {
    const { program } = checked.file
    program.directives = []
    insertGuards(program)
    lowerJsx(program)
    const icons = lowerModules(program)
    const names = namesOf(program)
    const { code, lines } = print(program)
    verifyCompiled(code, names)
    // One inner function: the artifact may have locals called `exports`, `require` or `React`, the parameters of the outer one.
    const wrapped = `"use strict";const ${runtimeNames.exports}=exports;(function(){${code}\n})();\n//# sourceURL=viz.tsx`
    return { ok: true, artifact: { code: wrapped, lines, icons, params: checked.params ?? {}, styles: "" } }
  } catch (error) {
    const isDeep = error instanceof RangeError
    return {
      ok: false,
      diagnostics: [{ code: isDeep ? "too_deep" : "internal_error", message: isDeep ? "The code is nested too deeply." : `The code could not be compiled${error instanceof SyntaxError ? `: ${error.message}` : ""}.`, line: 1, column: 1 }],
    }
  }
}

/** {@link compileSource} with the styles; what the worker does. */
export async function compileArtifact(source: string): Promise<CompileResult> {
  const result = compileSource(source)
  return result.ok ? { ok: true, artifact: { ...result.artifact, styles: await stylesFor(source) } } : result
}
