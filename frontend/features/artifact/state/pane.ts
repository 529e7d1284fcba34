import { withResult, orderedResults, type ArtifactView, type NamedResult, type Notice } from "./artifact-view"
import { describeContractChange } from "./contract-change"
import type { Problem } from "./ports"

/** How actions reach the pane's one view. */
export type Pane = Readonly<{
  active: () => ArtifactView | null
  update: (change: (view: ArtifactView) => ArtifactView) => void
}>

/** Handle of a view that outlives an await: is it still what the pane shows? */
export const isStillShown = (pane: Pane, view: ArtifactView): boolean => {
  const active = pane.active()
  return active !== null && active.id === view.id && active.version === view.version && active.runId === view.runId
}

export const notify = (pane: Pane, notice: Notice | null) => pane.update((view) => ({ ...view, notice }))

/** Marks results that will be fetched again, so that they are dimmed from the first moment on. */
export const markUpdating = (view: ArtifactView, isMeant: (result: NamedResult) => boolean): ArtifactView =>
  orderedResults(view)
    .filter((result) => result.status === "ready" && isMeant(result))
    .reduce((marked, result) => withResult(marked, { ...result, status: "updating" }), view)

/**
 * Loads every result that can be loaded and says in words what went wrong or changed.
 * @param context first sentence of a failure's notice
 */
export async function loadResults(pane: Pane, load: (result: NamedResult) => Promise<Problem | null>, context = ""): Promise<void> {
  const view = pane.active()
  if (!view) return
  const loadable = orderedResults(view).filter((result) => result.sql !== null || result.cacheKey !== null)
  const problems = (await Promise.all(loadable.map(load))).filter((problem) => problem !== null)
  if (!isStillShown(pane, view)) return
  pane.update((current) => ({
    ...current,
    status: current.status === "streaming" ? "streaming" : orderedResults(current).some((result) => result.status === "failed") ? "failed" : "ready",
    notice: noticeOf(current, problems[0], context),
  }))
}

function noticeOf(view: ArtifactView, problem: Problem | undefined, context: string): Notice | null {
  if (problem?.code === "query_cancelled" && context !== "") return { tone: "info", text: `${problem.message} The data shown is from before.` }
  if (problem) return { tone: "error", text: [context, problem.message].filter(Boolean).join(" ") }
  const change = orderedResults(view).flatMap((result) => describeContractChange(result, view.version) ?? [])[0]
  return change ? { tone: "warning", text: change } : null
}

/** Rows that are on the screen stay there until those of the same statement are back. */
export function keepShownRows(fresh: ArtifactView, shown: ArtifactView | null): ArtifactView {
  if (shown?.id !== fresh.id) return fresh
  return orderedResults(fresh).reduce((view, result) => {
    const old = shown.results[result.name]
    return result.sql !== null && old?.sql === result.sql && old.fetchedAt !== null
      ? withResult(view, { ...old, status: "ready", contract: result.contract, cacheKey: result.cacheKey ?? old.cacheKey, params: result.params })
      : view
  }, fresh)
}
