import { withResult, withRows, type NamedResult } from "./artifact-view"
import { bindValues } from "./bound-values"
import { axisOf } from "./drawn-axis"
import type { Pane } from "./pane"
import { problemOf, type ArtifactApi, type Problem } from "./ports"
import { isBoundAsNow } from "./stored-version"
import { needsSample, SAMPLE_POINTS } from "./sample-need"
import type { BoundParams, WireResult, WireSample } from "./wire"

type Fetched = Readonly<{ fresh: WireResult; params?: BoundParams }>

/**
 * Loads results into the active view. Per result the newest request wins: it aborts the one before.
 * No call rejects; a failure keeps the rows that were there and is answered.
 */
export function createResultLoader(api: ArtifactApi, pane: Pane) {
  const inFlight = new Map<string, AbortController>()

  const change = (name: string, next: (result: NamedResult) => NamedResult) =>
    pane.update((view) => (view.results[name] ? withResult(view, next(view.results[name])) : view))

  const load = async (name: string, fetchRows: (signal: AbortSignal) => Promise<Fetched>): Promise<Problem | null> => {
    inFlight.get(name)?.abort()
    const current = new AbortController()
    inFlight.set(name, current)
    change(name, (result) => ({ ...result, status: hasRows(result) ? "updating" : "pending" }))
    try {
      const { fresh, params } = await fetchRows(current.signal)
      const sample = await sampleOf(fresh, current.signal)
      if (!current.signal.aborted) change(name, (result) => withRows(result, fresh, params, sample))
      return null
    } catch (error) {
      if (current.signal.aborted) return null
      change(name, (result) => ({ ...result, status: hasRows(result) ? "ready" : "failed" }))
      return problemOf(error)
    } finally {
      if (inFlight.get(name) === current) inFlight.delete(name)
    }
  }

  /** What the chart draws instead of the first rows; without it, it draws those and says so. */
  const sampleOf = async (fresh: WireResult, signal: AbortSignal): Promise<WireSample | null> => {
    if (!needsSample(fresh)) return null
    const axisNow = () => axisOf(pane.active()?.code ?? "", fresh.columns)
    const axis = axisNow()
    const sample = await api.sampleResult(fresh.cacheKey, SAMPLE_POINTS, axis, signal).catch(() => null)
    return signal.aborted || axisNow() === axis ? sample : sampleOf(fresh, signal) // the code came meanwhile
  }

  const run = async (result: NamedResult, signal: AbortSignal): Promise<Fetched> => {
    const view = pane.active()
    const sql = result.sql ?? ""
    const params = bindValues(sql, view?.params ?? {}, view?.paramValues ?? {}, result.params)
    return { fresh: await api.runQuery({ sql, params }, signal), params }
  }

  return {
    /** Runs the statement with the param values of now. */
    run: (result: NamedResult) => load(result.name, (signal) => run(result, signal)),

    /** Runs the statement again whatever the cache holds; a result the server has forgotten is queried anew. */
    refresh: (result: NamedResult) =>
      load(result.name, async (signal) => {
        if (result.cacheKey === null) return run(result, signal)
        try {
          return { fresh: await api.refreshResult(result.cacheKey, signal) }
        } catch (error) {
          if (isForgotten(error)) return run(result, signal)
          throw error
        }
      }),

    /** The stored rows of a result, or a run where there are none or they were bound to other values. */
    restore: (result: NamedResult) =>
      load(result.name, async (signal) => {
        const view = pane.active()
        if (result.cacheKey === null || (view && !isBoundAsNow(view, result.name))) return run(result, signal)
        try {
          return { fresh: await api.findResult(result.cacheKey, signal) }
        } catch (error) {
          if (isForgotten(error) && result.sql !== null) return run(result, signal)
          throw error
        }
      }),

    /** Runs the statement, and again past the cache where the answer came from it: for data of today. */
    runFresh: (result: NamedResult) =>
      load(result.name, async (signal) => {
        const answer = await run(result, signal)
        return answer.fresh.fromCache ? { ...answer, fresh: await api.refreshResult(answer.fresh.cacheKey, signal) } : answer
      }),

    abortAll: () => {
      for (const controller of inFlight.values()) controller.abort()
      inFlight.clear()
    },
  }
}

const hasRows = (result: NamedResult) => result.fetchedAt !== null && result.status !== "pending"

const isForgotten = (error: unknown) => ["unknown_result", "not_found"].includes(problemOf(error).code ?? "")
