import { expect, it } from "vitest"
import { createMemoryArea } from "@/lib/storage"
import { createThemeStore } from "./theme-store"

/** The system's wish, which a test can change. */
function createSystem(matches: boolean) {
  const listeners = new Set<() => void>()
  const query = { matches, addEventListener: (_: string, listener: () => void) => listeners.add(listener), removeEventListener: (_: string, listener: () => void) => listeners.delete(listener) }
  return {
    query: query as unknown as MediaQueryList,
    listeners,
    change: (isDark: boolean) => {
      query.matches = isDark
      for (const listener of listeners) listener()
    },
  }
}

function create(isDark: boolean, area = createMemoryArea()) {
  const system = createSystem(isDark)
  const applied: string[] = []
  const store = createThemeStore({ area: () => area, prefersDark: () => system.query, apply: (resolved) => void applied.push(resolved) })
  return { store, system, applied, area }
}

it("follows the system until told otherwise", () => {
  const { store, system, applied } = create(true)
  store.getState().start()
  system.change(false)
  expect(applied).toEqual(["dark", "light"])
  store.getState().setTheme("dark")
  system.change(true)
  system.change(false)
  expect(store.getState()).toMatchObject({ theme: "dark", resolved: "dark" })
})

it("keeps the choice where public/boot.js looks for it", () => {
  const { store, area } = create(false)
  store.getState().setTheme("dark")
  expect(JSON.parse(area.getItem("chartwright.theme") ?? "")).toEqual({ version: 1, value: "dark" })
  const later = create(false, area)
  later.store.getState().start()
  expect(later.applied).toEqual(["dark"])
})

it("stops listening", () => {
  const { store, system } = create(false)
  store.getState().start()()
  expect(system.listeners.size).toBe(0)
})

it("takes the system's theme for a stored value that is none", () => {
  const { store, area } = create(true)
  area.setItem("chartwright.theme", '{"version":1,"value":"neon"}')
  store.getState().start()
  expect(store.getState()).toMatchObject({ theme: "system", resolved: "dark" })
})
