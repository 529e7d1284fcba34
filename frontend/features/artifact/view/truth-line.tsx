import { orderedResults, type ArtifactView, type NamedResult } from "../state/artifact-view"
import { formatDuration } from "@/lib/format"
import { formatRows } from "./format"

const ENGINES: Readonly<Record<string, string>> = { duckdb: "DuckDB", spark: "Spark" }

/** The quiet line under a chart that is always true: what was understood, how many rows, where they came from, what was left out. */
export function TruthLine({ view }: Readonly<{ view: ArtifactView }>) {
  if (orderedResults(view).length === 0) return null
  const { facts, part } = truthOf(view)
  return (
    <p data-slot="truth-line" className="flex shrink-0 flex-wrap gap-x-1.5 border-t px-4 py-2 text-xs text-muted-foreground tabular-nums">
      {facts.join(" · ")}
      {part && <span className={part.isFaithful ? undefined : "text-warning"}>· {part.text}</span>}
    </p>
  )
}

/** What is true of a view: facts, and which part of the rows it has where it has not all; `isFaithful` when nothing is lost to the eye. */
export function truthOf(view: ArtifactView): { facts: string[]; part: { text: string; isFaithful: boolean } | null } {
  const results = orderedResults(view)
  const part = results.find((result) => result.truncated || result.drawn !== null)
  const facts = [view.understanding?.replace(/\.\s*$/, "") ?? "", countRows(results), engineTime(results) ?? ""].filter((fact) => fact !== "")
  return { facts, part: part ? { text: describePart(part), isFaithful: isFaithful(part) } : null }
}

/** Along a time the eye misses nothing. Of a cloud of points it sees the edges, and not how dense it is. */
const isFaithful = ({ drawn, columns }: NamedResult) =>
  drawn?.sampling.method === "min_max" && /^(DATE|TIME)/.test(columns.find(({ name }) => name === drawn.sampling.x)?.type ?? "")

/** Which rows the chart has where it has not all. */
function describePart({ drawn, rows, rowCount }: NamedResult): string {
  const count = (drawn?.rows ?? rows).length
  const total = rowCount.toLocaleString("en-US")
  switch (drawn?.sampling.method) {
    case "min_max":
      return `drawn from ${count.toLocaleString("en-US")} of ${total} rows, peaks and gaps kept`
    case "top":
      return `drawn from the ${count.toLocaleString("en-US")} greatest of ${total} rows`
    case "share":
      return `drawn from ${count.toLocaleString("en-US")} of ${total} rows, some of each category`
    default:
      return `shows the first ${formatRows(count)} of ${total}`
  }
}

const countRows = (results: readonly NamedResult[]) =>
  results.length === 1 ? formatRows(results[0]?.rowCount ?? 0) : results.map((result) => `${result.name} ${formatRows(result.rowCount)}`).join(", ")

function engineTime(results: readonly NamedResult[]): string | null {
  const timed = results.filter((result) => result.elapsedMs !== null)
  const engines = [...new Set(timed.map((result) => ENGINES[result.engine] ?? result.engine))]
  if (engines.length === 0) return null
  return `${engines.join(" and ")} ${formatDuration(timed.reduce((sum, result) => sum + (result.elapsedMs ?? 0), 0))}`
}
