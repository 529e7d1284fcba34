"use client"

import { useEffect } from "react"
import { writeUrlParams } from "@/features/params"
import { useArtifact } from "../artifact-context"

/** Keeps the values of params in the page's address, so that a reload, a bookmark and a copied link show the same chart. */
export function useAddressParams(): void {
  const params = useArtifact((state) => state.active?.params)
  const values = useArtifact((state) => state.active?.paramValues)
  const isSettled = useArtifact((state) => state.active !== null && state.active.status !== "loading")
  useEffect(() => {
    if (!isSettled || !params || !values) return
    const { pathname, search, hash } = window.location
    const next = writeUrlParams(search, params, values)
    if (next !== search) window.history.replaceState(window.history.state, "", `${pathname}${next}${hash}`)
  }, [isSettled, params, values])
}
