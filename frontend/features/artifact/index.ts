export { createArtifactStore, type ArtifactState, type ArtifactStore } from "./state/artifact-store"
export { isUpdating, oldestFetch, orderedResults, primaryResult, type ArtifactView, type NamedResult } from "./state/artifact-view"
export type { ArtifactApi, Clock } from "./state/ports"
