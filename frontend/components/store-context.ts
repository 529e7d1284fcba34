"use client"

import { createContext, useContext } from "react"
import { useStore, type StoreApi } from "zustand"

/**
 * A place in the React tree for one store: features own the shape, the app provides the instance.
 * @param name said in the error when nothing provides it
 */
export function createStoreContext<S>(name: string) {
  const Context = createContext<StoreApi<S> | null>(null)

  function useStoreApi(): StoreApi<S> {
    const store = useContext(Context)
    if (!store) throw new Error(`No ${name} is provided above this component.`)
    return store
  }

  /** One selected value; the component renders again when it changes. */
  function useSelected<T>(select: (state: S) => T): T {
    return useStore(useStoreApi(), select)
  }

  return [Context.Provider, useSelected, useStoreApi] as const
}
