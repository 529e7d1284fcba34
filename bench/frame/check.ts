import { parse } from "@babel/parser"

import { validateCode } from "../../frontend/lib/security/codeValidator"

const timed = (work: () => unknown): number => {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** Milliseconds of the whole check of a source, and of parsing it alone, once each. @throws Error when it is refused */
function check(source: string): { check: number; parse: number } {
  const { ok, diagnostics } = validateCode(source)
  if (!ok) throw new Error(JSON.stringify(diagnostics))
  return { check: timed(() => validateCode(source)), parse: timed(() => parse(source, { sourceType: "module", plugins: ["jsx", "typescript"] })) }
}

declare global {
  interface Window {
    check: typeof check
  }
}

window.check = check
