import { Compiler } from "@/lib/compile/compiler"
import { findIcons } from "@/lib/sandbox/icon-source"
import type { Row } from "@/lib/sandbox/protocol"
import { type ExportFrame, standalonePage } from "@/lib/sandbox/standalone"
import { withDefaults } from "@/lib/sandbox/with-defaults"

import { capResults, capRows } from "./cap-rows"

export type StandaloneInput = {
  title: string
  code: string
  rows: Row[]
  results: Record<string, Row[]>
  /** Values that were set; what is not set has the default the code declares. */
  paramValues: Record<string, unknown>
  /** What is true of the rows, for the line below the view. */
  facts: string[]
}

/**
 * The view as one HTML file that needs no network: checked and compiled as for the preview, with the rows the preview draws and the
 * values its params have now. @throws Error with a sentence for the user
 */
export async function standaloneOf({ title, code, rows, results, paramValues, facts }: StandaloneInput): Promise<string> {
  const compiler = new Compiler() // the shared one drops what it has not begun when the preview compiles
  const result = await compiler.compile(code).finally(() => compiler.dispose())
  if (!result?.ok) throw new Error(`The code cannot be exported: ${result?.diagnostics[0]?.message ?? "it was not checked."}`)
  const { artifact } = result
  const [icons, frame] = await Promise.all([findIcons(artifact.icons), readExportFrame()])
  const capped = capRows(rows)
  const params = withDefaults(artifact.params, paramValues)
  const cut = capped.isCapped ? [`shows the first ${capped.rows.length.toLocaleString("en-US")} rows`] : []
  const note = [...facts, ...cut, "made with Chartwright"].join(" · ")
  const named = capResults(results, { of: rows, rows: capped.rows })
  return standalonePage({ title, note, frame, render: { type: "render", code: artifact.code, styles: artifact.styles, icons, data: capped.rows, results: named, params, theme: "light" } })
}

async function readExportFrame(): Promise<ExportFrame> {
  const response = await fetch("/export-frame.json").catch(() => null)
  if (!response?.ok) throw new Error("The export could not be made: the server did not send its frame.")
  return (await response.json()) as ExportFrame
}
