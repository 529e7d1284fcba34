import { parse as parseBabel, type ParserOptions } from "@babel/parser"
import type { File } from "@babel/types"

import { NodeIndex } from "./ast"
import type { DiagnosticList } from "./diagnostics"

export const maxSourceBytes = 100 * 1024
const maxDepth = 400
const maxNodes = 60_000

const options: ParserOptions = {
  sourceType: "module",
  plugins: ["typescript", "jsx"],
  attachComment: false,
  createImportExpressions: true,
}

/** Bidirectional overrides and isolates: they make text read differently from how it parses. */
const bidiControls = /[\u202A-\u202E\u2066-\u2069]/

/** Parses TSX; on failure reports why and returns undefined. */
export function parseSource(source: string, diagnostics: DiagnosticList): File | undefined {
  if (source.length > maxSourceBytes || new TextEncoder().encode(source).length > maxSourceBytes) {
    diagnostics.add("source_too_large", `The code is larger than ${maxSourceBytes / 1024} KB.`, undefined, "Put data into the query result, not into the code.")
    return undefined
  }
  const bidi = bidiControls.exec(source)
  if (bidi) diagnostics.add("forbidden_characters", "The code contains an invisible text-direction character.", positionAt(source, bidi.index), "Remove it; write the text plainly.")
  try {
    const file = parseBabel(source, options)
    const index = new NodeIndex(file.program, maxDepth)
    if (index.nodeCount > maxNodes) {
      diagnostics.add("source_too_large", `The code has more than ${maxNodes} syntax nodes.`, undefined, "Put data into the query result, not into the code.")
      return undefined
    }
    reportRawSequences(source, file, index, diagnostics)
    return file
  } catch (error) {
    reportParseError(error, diagnostics)
    return undefined
  }
}

/**
 * Looks at what stands outside literals and comments. `<!--` and a line that starts with `-->` are comments for a script and
 * operators for a module; a backslash there is an escaped name, which reads as something else.
 */
function reportRawSequences(source: string, file: File, index: NodeIndex, diagnostics: DiagnosticList): void {
  if (!/<!--|-->|\\/.test(source)) return
  const chars = source.split("")
  const blank = (start: number | null | undefined, end: number | null | undefined) => {
    for (let at = start ?? 0; at < (end ?? 0); at++) if (chars[at] !== "\n") chars[at] = " "
  }
  for (const node of index.of("StringLiteral", "TemplateElement", "JSXText", "RegExpLiteral", "DirectiveLiteral")) blank(node.start, node.end)
  for (const comment of file.comments ?? []) blank(comment.start, comment.end)
  const found = /<!--|^[ \t]*-->|\\/m.exec(chars.join(""))
  if (!found) return
  const isEscape = found[0] === "\\"
  const message = isEscape ? "A name is written with character escapes." : "HTML comment marks are not allowed in code."
  diagnostics.add("forbidden_characters", message, positionAt(source, found.index), isEscape ? "Write the name plainly." : "Use /* … */ for comments.")
}

function reportParseError(error: unknown, diagnostics: DiagnosticList): void {
  if (error instanceof RangeError) {
    diagnostics.add("too_deep", "The code is nested too deeply.", undefined, "Split it into smaller functions and components.")
    return
  }
  const { message, loc } = error as { message?: string; loc?: { line: number; column: number } }
  const text = (message ?? "cannot be parsed").split("\n", 1).join("").replace(/\s*\(\d+:\d+\)$/, "")
  const isDuplicate = /only one default export/i.test(text)
  diagnostics.add(isDuplicate ? "contract_default_export" : "syntax_error", isDuplicate ? "There is more than one default export." : text, loc, isDuplicate ? "Keep one: export default function Viz({ data, params })." : undefined)
}

function positionAt(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset).split("\n")
  return { line: before.length, column: before.at(-1)?.length ?? 0 }
}
