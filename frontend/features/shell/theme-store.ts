import { createStore } from "zustand/vanilla"
import { createStoredValue, type StorageArea } from "@/lib/storage"

export type Theme = "light" | "dark" | "system"
export const THEMES: readonly Theme[] = ["light", "dark", "system"]

export type ThemeState = {
  /** What was chosen. */
  theme: Theme
  /** What is shown. */
  resolved: "light" | "dark"
  setTheme: (theme: Theme) => void
  /** Reads what was kept and follows the system from now on; answers how to stop. */
  start: () => () => void
}

/** The system's wish for a dark screen, and the page that shows the outcome. */
export type ThemePorts = { area: () => StorageArea | null; prefersDark: () => MediaQueryList; apply: (resolved: "light" | "dark") => void }

/** The choice of theme. `public/boot.js` reads the same stored value before the first paint. */
export const createThemeStore = ({ area, prefersDark, apply }: ThemePorts) =>
  createStore<ThemeState>()((set, get) => {
    const stored = () => createStoredValue<Theme>({ area: area(), key: "chartwright.theme", version: 1, maxChars: 100, parse: parseTheme })
    const show = (theme: Theme) => {
      const resolved = theme === "system" ? (prefersDark().matches ? "dark" : "light") : theme
      set({ theme, resolved })
      apply(resolved)
    }
    return {
      theme: "system",
      resolved: "light",
      setTheme: (theme) => {
        stored().write(theme)
        show(theme)
      },
      start: () => {
        show(stored().read() ?? "system")
        const query = prefersDark()
        const followSystem = () => show(get().theme)
        query.addEventListener("change", followSystem)
        return () => query.removeEventListener("change", followSystem)
      },
    }
  })

export type ThemeStore = ReturnType<typeof createThemeStore>

const parseTheme = (value: unknown) => THEMES.find((theme) => theme === value) ?? null
