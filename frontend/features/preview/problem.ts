import type { CompiledArtifact } from "@/lib/compile/compile"
import type { Diagnostic } from "@/lib/security/codeValidator"
import type { FrameFailure } from "@/lib/sandbox/watchdog"

import { excerptText } from "./excerpt"
import type { PreviewProblem } from "./status"

/** The heading of the panel, by kind. A stall is not called an error of the code: it may be the machine. */
export const headings: Record<PreviewProblem["kind"], string> = {
  invalid: "This code cannot be shown",
  load: "The component could not be loaded",
  render: "The component failed",
  loop: "The component runs too long",
  "render-loop": "The component never stops rendering",
  timeout: "The preview stalled",
  hung: "The preview stalled",
  boot: "The preview could not start",
  unsafe: "This browser cannot show generated code safely",
  flood: "The preview was stopped",
  navigated: "The preview was stopped",
  nested: "The preview was stopped",
}

export function problemOfDiagnostics(source: string, diagnostics: readonly Diagnostic[]): PreviewProblem {
  const [first] = diagnostics
  if (!first) return { kind: "invalid", message: "The code was refused.", diagnostics }
  return { kind: "invalid", message: first.message, line: first.line, excerpt: excerptText(source, first.line), diagnostics }
}

/** Leads a failure in compiled code back to the source the page holds. */
export function problemOfFailure(source: string, artifact: CompiledArtifact, failure: FrameFailure): PreviewProblem {
  const line = failure.sourceLine || (failure.line ? artifact.lines[failure.line - 1] : undefined)
  const isKnown = line !== undefined && line >= 1 && line <= source.split("\n").length
  return { kind: failure.kind, message: failure.message, ...(isKnown && { line, excerpt: excerptText(source, line) }) }
}
