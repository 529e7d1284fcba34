import { normaliseParams } from "@/features/params"
import { orderedResults, resultOfQuery, withResult, withRows, type ArtifactView, type NamedResult } from "./artifact-view"
import { bindValues } from "./bound-values"
import { isStillShown, type Pane } from "./pane"
import { problemOf, type ArtifactApi } from "./ports"
import type { NewQuery, NewVersion, WireArtifact, WireVersion } from "./wire"

/** Why an edit was not taken, in words; null when it was. */
export type EditProblem = string | null

/** Edits of the active view. Each makes a new version; none is ever rewritten. */
export function createVersionActions(pane: Pane, api: ArtifactApi, showVersion: (artifact: WireArtifact) => Promise<void>) {
  const attempt = async (edit: () => Promise<EditProblem>): Promise<EditProblem> => {
    try {
      return await edit()
    } catch (error) {
      return problemOf(error).message
    }
  }

  const append = async (view: ArtifactView, version: NewVersion, change: (view: ArtifactView, artifact: WireArtifact) => ArtifactView): Promise<EditProblem> => {
    if (!view.id) return "Wait until the chart is complete."
    const artifact = await api.appendVersion(view.id, version)
    if (isStillShown(pane, view))
      pane.update((current) => ({ ...change(current, artifact), version: artifact.latest.number, versionCount: artifact.versionCount, notice: null }))
    return null
  }

  return {
    editCode: (code: string) =>
      attempt(async () => {
        const view = pane.active()
        if (!view) return "There is no chart to edit."
        return append(view, { code, paramValues: view.paramValues }, (current, { latest }) => ({
          ...current,
          code: latest.code,
          params: normaliseParams(latest.params),
        }))
      }),

    editQuery: (name: string, sql: string) =>
      attempt(async () => {
        const view = pane.active()
        const result = view?.results[name]
        if (!view || !result) return "There is no query to edit."
        const params = bindValues(sql, view.params, view.paramValues, result.params)
        const fresh = await api.runQuery({ sql, params }, new AbortController().signal)
        const queries = orderedResults(view).map((other) => (other.name === name ? { name, sql, params } : asNewQuery(other)))
        return append(view, { queries, paramValues: view.paramValues }, (current) =>
          withResult(current, { ...withRows({ ...result, sql }, fresh, params), contract: fresh.columns }),
        )
      }),

    restore: (wanted: WireVersion) =>
      attempt(async () => {
        const view = pane.active()
        if (!view?.id) return "There is no chart."
        const artifact = await api.appendVersion(view.id, {
          code: wanted.code,
          paramValues: storedValues(wanted),
          queries: wanted.queries.map((query) => asNewQuery(resultOfQuery(query))),
        })
        if (isStillShown(pane, view)) await showVersion(artifact)
        return null
      }),
  }
}

const storedValues = (version: WireVersion) => (version.paramValues ?? {}) as NonNullable<NewVersion["paramValues"]> // as the server stored them

const asNewQuery = ({ name, sql, params, columns, rows }: NamedResult): NewQuery => (sql === null ? { name, columns, rows } : { name, sql, params })
