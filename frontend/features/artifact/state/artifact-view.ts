import { normaliseParams, type ParamDefinitions, type ParamValue, type ParamValues } from "@/features/params"
import type { ResultColumn } from "@/lib/contracts/events.gen"
import type { BoundParams, Sampling, WireQuery, WireResult, WireRow, WireSample } from "./wire"

/** The result that is the component's `data`; the others are `results.NAME`. */
export const MAIN_RESULT = "main"

/** Rows the server chose out of all so that a chart of them looks like one of all. */
export type DrawnRows = Readonly<{ rows: readonly WireRow[]; sampling: Sampling }>

/** One named result with everything needed to say how old it is and to run it again. */
export type NamedResult = Readonly<{
  name: string
  columns: readonly ResultColumn[]
  rows: readonly WireRow[]
  /** What the chart draws where `rows` are too few or too many for it; null where it draws `rows`. */
  drawn: DrawnRows | null
  /** All rows of the statement; more than `rows.length` when `truncated`. */
  rowCount: number
  truncated: boolean
  fetchedAt: string | null
  dataVersion: string | null
  cacheKey: string | null
  dataUrl: string | null
  /** Null for rows that were given with the artifact. */
  sql: string | null
  /** Values bound to the statement's `$name` placeholders. */
  params: BoundParams
  engine: string
  elapsedMs: number | null
  status: "pending" | "ready" | "updating" | "failed"
  /** Columns the code was written for. */
  contract: readonly ResultColumn[]
}>

/** Something the user should read, in the pane it concerns. */
export type Notice = Readonly<{ tone: "info" | "warning" | "error"; text: string }>

/** One artifact as the pane shows it. Times are ISO 8601. */
export type ArtifactView = Readonly<{
  /** Null until the server has stored it. */
  id: string | null
  /** The run that is making it; null when none is. */
  runId: string | null
  version: number | null
  versionCount: number
  title: string
  question: string | null
  understanding: string | null
  /** The last complete code: what is rendered. */
  code: string
  /** Code as it streams, possibly cut anywhere; null when none is streaming. */
  draft: string | null
  params: ParamDefinitions
  paramValues: ParamValues
  /** The param change that undo takes back. */
  undo: Readonly<{ name: string; value: ParamValue | undefined }> | null
  results: Readonly<Record<string, NamedResult>>
  /** `streaming` while its run goes on, `loading` until its results are here. */
  status: "loading" | "streaming" | "ready" | "failed"
  notice: Notice | null
}>

export const emptyView = (fields: Partial<ArtifactView> = {}): ArtifactView => ({
  id: null,
  runId: null,
  version: null,
  versionCount: 0,
  title: "",
  question: null,
  understanding: null,
  code: "",
  draft: null,
  params: {},
  paramValues: {},
  undo: null,
  results: {},
  status: "loading",
  notice: null,
  ...fields,
})

/** `main` first, then in order of arrival. */
export function orderedResults(view: ArtifactView): readonly NamedResult[] {
  const all = Object.values(view.results)
  return [...all.filter((result) => result.name === MAIN_RESULT), ...all.filter((result) => result.name !== MAIN_RESULT)]
}

/** The result the component reads as `data`. */
export const primaryResult = (view: ArtifactView): NamedResult | undefined => orderedResults(view)[0]

/** True while any result of it is being fetched again. */
export const isUpdating = (view: ArtifactView): boolean => Object.values(view.results).some((result) => result.status === "updating")

/** When the oldest of its results was fetched; null when none was. */
export function oldestFetch(view: ArtifactView): string | null {
  const times = Object.values(view.results).flatMap((result) => result.fetchedAt ?? [])
  return times.length === 0 ? null : times.reduce((oldest, time) => (Date.parse(time) < Date.parse(oldest) ? time : oldest))
}

/** A stored query before its rows are here. Rows that were stored with it are there at once. */
export function resultOfQuery(query: WireQuery): NamedResult {
  const rows = query.inlineRows ?? []
  return {
    name: query.name,
    columns: query.columns,
    rows,
    drawn: null,
    rowCount: rows.length,
    truncated: false,
    fetchedAt: null,
    dataVersion: null,
    cacheKey: query.cacheKey ?? null,
    dataUrl: null,
    sql: query.sql ?? null,
    params: query.params ?? {},
    engine: query.engine ?? "duckdb",
    elapsedMs: null,
    status: query.inlineRows || !query.sql ? "ready" : "pending",
    contract: query.columns,
  }
}

/** `result` with fresh rows; its statement, values and contract stay unless `params` were bound anew. */
export const withRows = (result: NamedResult, fresh: WireResult, params: BoundParams = result.params, sample: WireSample | null = null): NamedResult => ({
  ...result,
  columns: fresh.columns,
  rows: fresh.rows,
  drawn: sample && { rows: sample.rows, sampling: sample.sampling },
  rowCount: fresh.rowCount,
  truncated: fresh.truncated,
  fetchedAt: fresh.fetchedAt,
  dataVersion: fresh.dataVersion,
  cacheKey: fresh.cacheKey,
  engine: fresh.engine ?? result.engine,
  elapsedMs: fresh.elapsedMs,
  params,
  status: "ready",
})

/** `view` with one result replaced. */
export const withResult = (view: ArtifactView, result: NamedResult): ArtifactView => ({
  ...view,
  results: { ...view.results, [result.name]: result },
})

/** Declarations as the compiled code has them; they win over those of the wire. */
export const withParams = (view: ArtifactView, declared: unknown): ArtifactView => ({ ...view, params: normaliseParams(declared) })
