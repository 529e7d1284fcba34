import { type ArtifactStore } from "@/features/artifact"
import { type ArtifactPort } from "@/features/chat"
import { createStoredValue, isRecord, type StorageArea } from "@/lib/storage"

/** Characters of local storage the shown artifact may take, rows included. */
const MAX_CHARS = 1_000_000
const KEEP_AFTER_MS = 500

const storedArtifact = (area: StorageArea | null) => createStoredValue<unknown>({ area, key: "chartwright.artifact", version: 1, maxChars: MAX_CHARS, parse: (value) => value })

/** The pane beside the chat, as the chat knows it. */
export function createArtifactPort(store: ArtifactStore, area: () => StorageArea | null): ArtifactPort {
  return {
    beginRun: (runId, question) => store.getState().beginRun(runId, question),
    applyEvent: (runId, event) => store.getState().applyEvent(runId, event),
    streamCode: (runId, code, isComplete) => store.getState().streamCode(runId, code, isComplete),
    clear: () => store.getState().clear(),
    activeId: () => store.getState().active?.id ?? null,
    openArtifact: (id, version) => {
      const kept = storedArtifact(area()).read()
      const isKept = isRecord(kept) && isRecord(kept["view"]) && kept["view"]["id"] === id && kept["view"]["version"] === version
      if (!isKept) return void store.getState().openArtifact(id, version, window.location.search)
      store.getState().clear()
      void store.getState().hydrate(kept)
    },
  }
}

/** Removes what `keepArtifact` has kept. */
export const forgetArtifact = (area: StorageArea | null) => storedArtifact(area).clear()

/** Keeps what the pane shows in the browser, for the next load; answers how to stop. */
export function keepArtifact(store: ArtifactStore, area: () => StorageArea | null, after: (ms: number, task: () => void) => void): () => void {
  let isScheduled = false
  const keep = () => {
    isScheduled = false
    const view = store.getState().serialize()
    if (view) storedArtifact(area()).write(view)
  }
  return store.subscribe((state, before) => {
    if (isScheduled || state.active === before.active) return
    isScheduled = true
    after(KEEP_AFTER_MS, keep)
  })
}
