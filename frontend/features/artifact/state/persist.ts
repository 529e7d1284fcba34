import { isParamValue, normaliseParams, type ParamValue } from "@/features/params"
import { emptyView, type ArtifactView, type NamedResult } from "./artifact-view"

/** Most rows, as JSON text, that are kept in the browser with an artifact; the rest is loaded from the server. */
const MAX_ROWS_CHARS = 400_000

/** The part of the pane that a reload restores at once. The server's copy wins as soon as it is there. */
export type PersistedArtifact = Readonly<{ format: 1; view: ArtifactView }>

/** Null when there is nothing stored on the server to come back to. */
export function serializeView(view: ArtifactView | null): PersistedArtifact | null {
  if (!view?.id) return null
  let room = MAX_ROWS_CHARS
  const results = Object.values(view.results).map((result): [string, NamedResult] => {
    const size = JSON.stringify(result.rows).length
    const fits = size <= room
    if (fits) room -= size
    const isWhole = fits && result.drawn === null
    return [result.name, { ...result, rows: fits ? result.rows : [], drawn: null, status: isWhole ? "ready" : "pending" }]
  })
  return { format: 1, view: { ...view, runId: null, draft: null, undo: null, notice: null, status: "ready", results: Object.fromEntries(results) } }
}

/** The view that was kept, or null for anything that is not one: the browser's storage is not to be trusted. */
export function deserializeView(stored: unknown): ArtifactView | null {
  if (!isRecord(stored) || stored.format !== 1 || !isRecord(stored.view)) return null
  const { id, version, title, code, question, understanding, versionCount, results, params, paramValues } = stored.view
  if (typeof id !== "string" || typeof version !== "number" || typeof title !== "string" || typeof code !== "string" || !isRecord(results)) return null
  const kept = Object.values(results).filter(isResult)
  if (kept.length !== Object.keys(results).length) return null
  return emptyView({
    id,
    version,
    title,
    code,
    versionCount: typeof versionCount === "number" ? versionCount : version,
    question: typeof question === "string" ? question : null,
    understanding: typeof understanding === "string" ? understanding : null,
    params: normaliseParams(params),
    paramValues: isRecord(paramValues)
      ? Object.fromEntries(Object.entries(paramValues).filter((entry): entry is [string, ParamValue] => isParamValue(entry[1])))
      : {},
    results: Object.fromEntries(kept.map((result) => [result.name, result])),
    status: "ready",
  })
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value)

const isColumns = (value: unknown) =>
  Array.isArray(value) && value.every((column) => isRecord(column) && typeof column.name === "string" && typeof column.type === "string")

const isResult = (value: unknown): value is NamedResult =>
  isRecord(value) &&
  typeof value.name === "string" &&
  isColumns(value.columns) &&
  isColumns(value.contract) &&
  Array.isArray(value.rows) &&
  value.rows.every(Array.isArray) &&
  value.drawn === null &&
  typeof value.rowCount === "number" &&
  typeof value.truncated === "boolean" &&
  isRecord(value.params) &&
  typeof value.engine === "string" &&
  ["fetchedAt", "dataVersion", "cacheKey", "dataUrl", "sql"].every((field) => value[field] === null || typeof value[field] === "string") &&
  (value.elapsedMs === null || typeof value.elapsedMs === "number") &&
  (value.status === "ready" || value.status === "pending")
