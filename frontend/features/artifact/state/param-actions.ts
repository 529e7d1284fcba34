import { fitValue, normaliseParams, sameValue, type ParamValue } from "@/features/params"
import { orderedResults, withParams, type NamedResult } from "./artifact-view"
import { usesParam } from "./bound-values"
import { createDebouncedNames } from "./debounced-names"
import { isStillShown, markUpdating, notify, type Pane } from "./pane"
import type { Clock, Problem } from "./ports"

/** A query param waits this long for the next change before its SQL runs. */
const DEBOUNCE_MS = 250
/** Changes of one param within this time are undone as one: a drag of a slider is one change. */
const UNDO_BURST_MS = 1000

/** Params of the active view: `view` params only change values, `query` params run the SQL that reads them. */
export function createParamActions(pane: Pane, clock: Clock, run: (result: NamedResult) => Promise<Problem | null>) {
  let changedAt = -Infinity

  const runQueries = async (names: readonly string[]) => {
    const view = pane.active()
    if (!view) return
    const used = orderedResults(view).filter((result) => names.some((name) => usesParam(result, name)))
    const problem = (await Promise.all(used.map(run))).find((candidate) => candidate !== null)
    if (isStillShown(pane, view)) notify(pane, problem ? { tone: "error", text: `${problem.message} The data shown is from before the change.` } : null)
  }
  const debounced = createDebouncedNames(clock, DEBOUNCE_MS, (names) => void runQueries(names))

  const follow = (names: readonly string[]) => {
    const view = pane.active()
    const queried = names.filter((name) => view?.params[name]?.scope === "query")
    if (queried.length === 0) return
    const waiting = debounced.add(queried)
    pane.update((current) => markUpdating(current, (result) => waiting.some((name) => usesParam(result, name))))
  }

  return {
    /** Drops changes whose SQL has not run yet. */
    cancel: debounced.cancel,

    declareParams: (declared: unknown) => {
      const view = pane.active()
      if (view && JSON.stringify(normaliseParams(declared)) !== JSON.stringify(view.params)) pane.update((current) => withParams(current, declared))
    },

    setParam: (name: string, value: ParamValue) => {
      const view = pane.active()
      const definition = view?.params[name]
      const fitted = definition && fitValue(definition, value)
      if (!view || fitted === undefined || sameValue(fitted, view.paramValues[name] ?? definition?.default)) return
      const now = clock.now()
      const undo = view.undo?.name === name && now - changedAt < UNDO_BURST_MS ? view.undo : { name, value: view.paramValues[name] }
      changedAt = now
      pane.update((current) => ({ ...current, undo, paramValues: { ...current.paramValues, [name]: fitted } }))
      follow([name])
    },

    resetParams: () => {
      const view = pane.active()
      if (!view) return
      const changed = Object.keys(view.paramValues).filter((name) => !sameValue(view.paramValues[name], view.params[name]?.default))
      pane.update((current) => ({ ...current, paramValues: {}, undo: null }))
      follow(changed)
    },

    undoParam: () => {
      const undo = pane.active()?.undo
      if (!undo) return
      pane.update((current) => {
        const { [undo.name]: _, ...others } = current.paramValues
        return { ...current, undo: null, paramValues: undo.value === undefined ? others : { ...others, [undo.name]: undo.value } }
      })
      follow([undo.name])
    },
  }
}
