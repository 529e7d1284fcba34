import type { ArtifactStore } from "../state/artifact-store"

/** Waits until no result of the active view is on its way. */
export const settled = (store: ArtifactStore) =>
  new Promise<void>((resolve) => {
    const isSettled = () => Object.values(store.getState().active?.results ?? {}).every((result) => result.status === "ready" || result.status === "failed")
    if (isSettled()) resolve()
    else {
      const stop = store.subscribe(() => {
        if (!isSettled()) return
        stop()
        queueMicrotask(() => queueMicrotask(resolve)) // the notice follows the rows
      })
    }
  })
