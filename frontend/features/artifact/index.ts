import { lazy } from "react"

export { ArtifactStoreProvider, useArtifact, useArtifactStore } from "./artifact-context"
export { httpArtifactApi } from "./http-artifact-api"
export { createArtifactStore, type ArtifactState, type ArtifactStore } from "./state/artifact-store"
export { isUpdating, oldestFetch, orderedResults, primaryResult, type ArtifactView, type NamedResult } from "./state/artifact-view"
export type { ArtifactTab } from "./artifact-pane"
export type { ArtifactApi, Clock } from "./state/ports"

/** The pane with tabs, header and parameters. Loaded when first shown: needs a Suspense above it. */
export const ArtifactPane = lazy(async () => ({ default: (await import("./artifact-pane")).ArtifactPane }))
/** A virtualised table of rows. Loaded when first shown: needs a Suspense above it. */
export const DataGrid = lazy(async () => ({ default: (await import("./tabs/data-grid")).DataGrid }))
