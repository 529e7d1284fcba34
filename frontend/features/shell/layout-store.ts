import { createStore } from "zustand/vanilla"
import { createStoredValue, type StorageArea } from "@/lib/storage"

/** Pixels the chat may take beside the artifact. */
export const CHAT_WIDTH = { min: 400, max: 520, initial: 440 } as const

export type LayoutState = {
  /** Pixels. */
  chatWidth: number
  /** The pane a narrow screen shows. */
  pane: "ask" | "view"
  isConversationsOpen: boolean
  isPaletteOpen: boolean
  isMenuOpen: boolean
  setChatWidth: (width: number) => void
  /** Keeps the width for the next visit. */
  saveChatWidth: () => void
  showPane: (pane: "ask" | "view") => void
  setConversationsOpen: (isOpen: boolean) => void
  setPaletteOpen: (isOpen: boolean) => void
  setMenuOpen: (isOpen: boolean) => void
  /** Reads what was kept. */
  start: () => void
}

export type LayoutPorts = { area: () => StorageArea | null; applyChatWidth: (width: number) => void }

/** Where things stand on the screen. `public/boot.js` reads the same stored width before the first paint. */
export const createLayoutStore = ({ area, applyChatWidth }: LayoutPorts) =>
  createStore<LayoutState>()((set, get) => {
    const stored = () => createStoredValue<number>({ area: area(), key: "chartwright.chat-width", version: 1, maxChars: 100, parse: (value) => (typeof value === "number" ? value : null) })
    return {
      chatWidth: CHAT_WIDTH.initial,
      pane: "ask",
      isConversationsOpen: false,
      isPaletteOpen: false,
      isMenuOpen: false,
      setChatWidth: (width) => {
        const chatWidth = Math.round(Math.min(Math.max(width, CHAT_WIDTH.min), CHAT_WIDTH.max))
        set({ chatWidth })
        applyChatWidth(chatWidth)
      },
      saveChatWidth: () => stored().write(get().chatWidth),
      showPane: (pane) => set({ pane }),
      setConversationsOpen: (isConversationsOpen) => set({ isConversationsOpen }),
      setPaletteOpen: (isPaletteOpen) => set({ isPaletteOpen }),
      setMenuOpen: (isMenuOpen) => set({ isMenuOpen }),
      start: () => {
        const width = stored().read()
        if (width !== null) get().setChatWidth(width)
      },
    }
  })

export type LayoutStore = ReturnType<typeof createLayoutStore>
