import { createStore } from "zustand/vanilla"
import type { ParamValue } from "@/features/params"
import { emptyView, orderedResults, type ArtifactView } from "./artifact-view"
import { isStillShown, keepShownRows, loadResults, notify, type Pane } from "./pane"
import { isDrawnAlongAnother } from "./drawn-axis"
import { createParamActions } from "./param-actions"
import { deserializeView, serializeView, type PersistedArtifact } from "./persist"
import { problemOf, systemClock, type ArtifactApi, type Clock } from "./ports"
import { createResultLoader } from "./result-loader"
import { applyEvent, beginRun, NOTHING_SHOWN, streamCode, type ArtifactShown } from "./run-reducer"
import { viewOfVersion } from "./stored-version"
import { createVersionActions, type EditProblem } from "./version-actions"
import type { ChatEvent } from "@/lib/contracts/events.gen"
import type { Job } from "@/lib/jobs"
import type { WireArtifact, WireVersion } from "./wire"

/** Actions never reject: a failure keeps what is shown and lands in `active.notice` or in the answer. */
export type ArtifactState = ArtifactShown & {
  /** Versions of the active artifact, newest first; null until asked for. */
  versions: readonly WireVersion[] | null
  beginRun: (runId: string, question: string) => void
  applyEvent: (runId: string, event: ChatEvent) => void
  streamCode: (runId: string, code: string, complete: boolean) => void
  /** @param search query string whose `p.name` fields set params */
  openArtifact: (id: string, version?: number, search?: string) => Promise<void>
  /** Makes an artifact of the template and runs its queries on the data of now; answers the artifact's id, or null. */
  openTemplate: (id: string) => Promise<string | null>
  /** Declarations read from the compiled code. */
  declareParams: (declared: unknown) => void
  setParam: (name: string, value: ParamValue) => void
  resetParams: () => void
  undoParam: () => void
  /** Runs every statement again; does nothing before there is a first result. */
  refresh: () => Promise<void>
  saveTemplate: (name: string) => Promise<EditProblem>
  rename: (title: string) => Promise<void>
  editCode: (code: string) => Promise<EditProblem>
  /** Runs the changed statement first; only one that answers makes a version. */
  editQuery: (name: string, sql: string) => Promise<EditProblem>
  loadVersions: () => Promise<void>
  /** Makes a new version with the content of version `number`. */
  restoreVersion: (number: number) => Promise<EditProblem>
  /** The job behind a result as it stands; null when it cannot be asked. */
  findJob: (id: string, signal: AbortSignal) => Promise<Job | null>
  /** Asks a job that runs to stop; the data of one that has ended stays. */
  stopJob: (id: string) => Promise<void>
  dismissNotice: () => void
  clear: () => void
  serialize: () => PersistedArtifact | null
  /** Shows what was kept, then the server's copy. Does nothing when something is shown already. */
  hydrate: (stored: unknown) => Promise<void>
}

export type ArtifactStore = ReturnType<typeof createArtifactStore>

export const createArtifactStore = ({ api, clock = systemClock }: { api: ArtifactApi; clock?: Clock }) =>
  createStore<ArtifactState>()((set, get) => {
    let opening = new AbortController()
    const pane: Pane = {
      active: () => get().active,
      update: (change) => set(({ active }) => (active ? { active: change(active) } : {})),
    }
    const loader = createResultLoader(api, pane)
    const { cancel: cancelParams, ...params } = createParamActions(pane, clock, loader.run)

    const stopWork = () => {
      opening.abort()
      cancelParams()
      loader.abortAll()
    }
    /** Puts another view in the pane; requests for the one before are dropped. */
    const show = (active: ArtifactView | null) => {
      stopWork()
      set({ ...NOTHING_SHOWN, active, versions: null })
    }
    const showVersion = async (artifact: WireArtifact, version: WireVersion = artifact.latest, search = "") => {
      const shown = get().active
      const isSame = shown?.id === artifact.id && shown.version === version.number
      show(keepShownRows(viewOfVersion(artifact, version, search, isSame ? shown.paramValues : {}), shown))
      await loadResults(pane, loader.restore)
    }
    const { restore, ...edits } = createVersionActions(pane, api, showVersion)

    /** Applies a step of a run. Rows that travel by reference are fetched as they are named. */
    const step = (next: ArtifactShown) => {
      const before = get().active
      const isAnother = next.active?.runId !== before?.runId && next.active?.runId !== null
      if (isAnother) stopWork()
      set({ ...next, ...((next.active?.id !== before?.id || next.active?.version !== before?.version) && { versions: null }) })
      const newCode = next.active?.code !== before?.code ? (next.active?.code ?? "") : ""
      for (const result of next.active?.runId ? orderedResults(next.active) : []) {
        const isNamed = result.status === "pending" && (isAnother || before?.results[result.name] !== result)
        if (isNamed || isDrawnAlongAnother(result, newCode)) void loader.restore(result)
      }
    }

    return {
      ...NOTHING_SHOWN,
      ...params,
      ...edits,
      versions: null,

      beginRun: (runId, question) => step(beginRun(get(), runId, question)),
      applyEvent: (runId, event) => step(applyEvent(get(), runId, event)),
      streamCode: (runId, code, complete) => step(streamCode(get(), runId, code, complete)),

      openArtifact: async (id, number, search) => {
        if (get().active?.id === id) stopWork()
        else show(emptyView({ id }))
        const { signal } = (opening = new AbortController())
        const fail = (text: string) =>
          pane.update((view) => ({ ...view, status: view.code === "" ? "failed" : "ready", notice: { tone: "error", text } }))
        try {
          const artifact = await api.findArtifact(id, signal)
          const version =
            number === undefined || number === artifact.latest.number
              ? artifact.latest
              : (await api.listVersions(id, signal)).find((candidate) => candidate.number === number)
          if (signal.aborted) return
          if (version) await showVersion(artifact, version, search)
          else fail(`Version ${number} of this chart is not there. Pick another one in the version menu.`)
        } catch (error) {
          const { code, message } = problemOf(error)
          if (!signal.aborted) fail(code === "not_found" ? "This chart is not on the server any more." : message)
        }
      },

      openTemplate: async (id) => {
        show(emptyView())
        const { signal } = (opening = new AbortController())
        try {
          const artifact = await api.openTemplate(id)
          if (signal.aborted) return null
          show(viewOfVersion(artifact, artifact.latest))
          await loadResults(pane, loader.runFresh)
          return artifact.id
        } catch (error) {
          if (!signal.aborted) pane.update((view) => ({ ...view, status: "failed", notice: { tone: "error", text: problemOf(error).message } }))
          return null
        }
      },

      refresh: async () => {
        const view = get().active
        if (!view || !orderedResults(view).some((result) => result.sql !== null && result.fetchedAt !== null)) return
        cancelParams()
        await loadResults(
          pane,
          async (result) => {
            if (result.sql === null) return null
            // one that waits for new values is run with them rather than as it was
            return result.status === "updating" ? loader.runFresh(result) : loader.refresh(result)
          },
          "Refresh failed, the data shown is from before.",
        )
      },

      saveTemplate: async (name) => {
        const view = get().active
        if (!view?.id) return "Wait until the chart is complete."
        try {
          await api.saveTemplate({ name, artifactId: view.id, version: view.version ?? undefined, paramValues: view.paramValues })
          return null
        } catch (error) {
          return problemOf(error).message
        }
      },

      rename: async (title) => {
        const view = get().active
        const wanted = title.trim()
        if (!view?.id || wanted === "" || wanted === view.title) return
        pane.update((current) => ({ ...current, title: wanted }))
        try {
          await api.renameArtifact(view.id, wanted)
        } catch (error) {
          if (get().active?.id !== view.id) return
          const text = `The title was not saved. ${problemOf(error).message}`
          pane.update((current) => ({ ...current, title: view.title, notice: { tone: "error", text } }))
        }
      },

      loadVersions: async () => {
        const view = get().active
        if (!view?.id) return
        try {
          const versions = await api.listVersions(view.id, new AbortController().signal)
          if (get().active?.id === view.id) set({ versions })
        } catch (error) {
          if (isStillShown(pane, view)) notify(pane, { tone: "error", text: `The versions could not be listed. ${problemOf(error).message}` })
        }
      },

      restoreVersion: async (number) => {
        if (get().versions === null) await get().loadVersions()
        const wanted = get().versions?.find((version) => version.number === number)
        return wanted ? restore(wanted) : `Version ${number} is not there.`
      },

      findJob: (id, signal) => api.findJob(id, signal).catch(() => null),

      stopJob: async (id) => {
        try {
          await api.stopJob(id)
        } catch (error) {
          notify(pane, { tone: "error", text: `The job could not be stopped. ${problemOf(error).message}` })
        }
      },

      dismissNotice: () => notify(pane, null),
      clear: () => show(null),
      serialize: () => serializeView(get().active),

      hydrate: async (stored) => {
        const view = deserializeView(stored)
        if (!view?.id || view.version === null || get().active) return
        set({ active: view })
        await get().openArtifact(view.id, view.version)
      },
    }
  })
