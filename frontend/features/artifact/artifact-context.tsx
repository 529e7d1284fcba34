"use client"

import { createContext, useContext } from "react"
import { useStore } from "zustand"
import type { ArtifactState, ArtifactStore } from "./state/artifact-store"

const ArtifactContext = createContext<ArtifactStore | null>(null)

/** Gives the components below it one store. */
export const ArtifactStoreProvider = ({ store, children }: Readonly<{ store: ArtifactStore; children: React.ReactNode }>) => (
  <ArtifactContext value={store}>{children}</ArtifactContext>
)

/** The store itself, for event handlers and subscriptions. */
export function useArtifactStore(): ArtifactStore {
  const store = useContext(ArtifactContext)
  if (!store) throw new Error("ArtifactStoreProvider is missing above this component.")
  return store
}

/** One value of the store; the component renders again when it changes. */
export const useArtifact = <T,>(selector: (state: ArtifactState) => T): T => useStore(useArtifactStore(), selector)
