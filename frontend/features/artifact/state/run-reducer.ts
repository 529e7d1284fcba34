import { fitValue, normaliseParams, type ParamDefinitions, type ParamValues } from "@/features/params"
import { emptyView, withResult, type ArtifactView, type NamedResult } from "./artifact-view"
import type { ChatEvent, DataEvent } from "@/lib/contracts/events.gen"

/** What the pane shows, and the run that may replace it. */
export type ArtifactShown = Readonly<{
  active: ArtifactView | null
  /** A run that has nothing to draw yet while `active` shows something older. */
  pending: ArtifactView | null
  /** Param values of the artifact that was shown when the run began. */
  carry: Readonly<{ id: string; values: ParamValues }> | null
}>

export const NOTHING_SHOWN: ArtifactShown = { active: null, pending: null, carry: null }

/** A run begins. What is shown stays until the run has code and data of its own. */
export function beginRun(shown: ArtifactShown, runId: string, question: string): ArtifactShown {
  const fresh = emptyView({ runId, question, status: "streaming" })
  const carry = shown.active?.id ? { id: shown.active.id, values: shown.active.paramValues } : null
  return isDrawn(shown.active) ? { active: withoutRun(shown.active), pending: fresh, carry } : { active: fresh, pending: null, carry }
}

/** Applies one event of a run; events of a run that is not shown change nothing. */
export function applyEvent(shown: ArtifactShown, runId: string, event: ChatEvent): ArtifactShown {
  const place = placeOf(shown, runId)
  const view = place && shown[place]
  if (!view) return shown
  switch (event.type) {
    case "data":
      return settle({ ...shown, [place]: withResult(view, resultOfEvent(event)) })
    case "artifact":
      return {
        pending: null,
        carry: null,
        active: {
          ...view,
          id: event.artifactId,
          version: event.version,
          versionCount: Math.max(event.version, view.versionCount),
          title: event.title,
          code: event.code,
          draft: null,
          params: normaliseParams(event.params),
          paramValues: carriedValues(shown.carry, event.artifactId, normaliseParams(event.params), view.paramValues),
          understanding: event.understanding ?? view.understanding,
        },
      }
    case "done":
      return finish(shown, place)
    default:
      return shown
  }
}

/** Code of a run as it streams; complete code is rendered as soon as there is data for it. */
export function streamCode(shown: ArtifactShown, runId: string, code: string, complete: boolean): ArtifactShown {
  const place = placeOf(shown, runId)
  const view = place && shown[place]
  if (!view) return shown
  return settle({ ...shown, [place]: complete ? { ...view, code, draft: null } : { ...view, draft: code } })
}

type Place = "active" | "pending"

const placeOf = (shown: ArtifactShown, runId: string): Place | null =>
  shown.pending?.runId === runId ? "pending" : shown.active?.runId === runId ? "active" : null

const isDrawn = (view: ArtifactView | null): view is ArtifactView =>
  view !== null && (view.code !== "" || Object.keys(view.results).length > 0)

const withoutRun = (view: ArtifactView): ArtifactView => ({
  ...view,
  runId: null,
  draft: null,
  status: view.status === "streaming" ? "ready" : view.status,
})

/** A pending run that can be drawn takes the place of what is shown. */
const settle = (shown: ArtifactShown): ArtifactShown =>
  shown.pending && shown.pending.code !== "" && Object.keys(shown.pending.results).length > 0
    ? { ...shown, active: shown.pending, pending: null }
    : shown

function finish(shown: ArtifactShown, place: Place): ArtifactShown {
  if (place === "pending") {
    const hasData = shown.pending !== null && Object.keys(shown.pending.results).length > 0
    return hasData ? { ...shown, active: ended(shown.pending), pending: null } : { ...shown, pending: null }
  }
  return { ...shown, active: isDrawn(shown.active) ? ended(shown.active) : null }
}

const ended = (view: ArtifactView): ArtifactView => ({ ...withoutRun(view), status: "ready" })

/** Values the user had set stay with the artifact where the new code still declares them; query values belong to the run's data. */
function carriedValues(carry: ArtifactShown["carry"], id: string, params: ParamDefinitions, values: ParamValues): ParamValues {
  if (carry?.id !== id) return values
  const kept = Object.entries(carry.values).filter(
    ([name, value]) => params[name]?.scope === "view" && fitValue(params[name], value) !== undefined,
  )
  return { ...Object.fromEntries(kept), ...values }
}

const resultOfEvent = (event: DataEvent): NamedResult => ({
  name: event.name,
  columns: event.columns,
  rows: event.rows ?? [],
  drawn: null,
  rowCount: event.rowCount,
  truncated: event.truncated,
  fetchedAt: event.fetchedAt,
  dataVersion: event.dataVersion,
  cacheKey: event.cacheKey,
  dataUrl: event.dataUrl ?? null,
  sql: event.sql,
  params: event.params ?? {},
  engine: event.engine,
  elapsedMs: event.elapsedMs,
  // rows that travel by reference are fetched by their key, and so are those chosen for the chart out of many
  status: event.rows && !event.truncated ? "ready" : "pending",
  contract: event.columns,
})
