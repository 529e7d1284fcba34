import { createStore } from "zustand/vanilla"
import { createStoredValue, isRecord, type StorageArea } from "@/lib/storage"

export type ConversationSummary = { id: string; title: string; createdAt: string; updatedAt: string }

/** The server as the list needs it. Everything rejects with an error whose `message` is for the user. */
export interface HistoryApi {
  /** Most recently changed first. */
  list(cursor: string | null): Promise<{ items: readonly ConversationSummary[]; nextCursor: string | null }>
  rename(id: string, title: string): Promise<void>
  remove(id: string): Promise<void>
  clear(): Promise<void>
}

export type HistoryPorts = {
  api: HistoryApi
  area: () => StorageArea | null
  /** Called when conversations go, before the server has agreed; null: all of them. */
  onRemoved: (id: string | null) => void
  onError: (error: unknown) => void
}

/** Actions never reject: a failure takes the change back and lands in `problem`. */
export type HistoryState = {
  items: readonly ConversationSummary[]
  status: "idle" | "loading" | "ready" | "failed"
  nextCursor: string | null
  /** Why the last change was not made, in words. */
  problem: string | null
  /** Shows what was kept in the browser. */
  start: () => void
  load: () => Promise<void>
  loadMore: () => Promise<void>
  rename: (id: string, title: string) => Promise<void>
  remove: (id: string) => Promise<void>
  clear: () => Promise<void>
}

export const createHistoryStore = ({ api, area, onRemoved, onError }: HistoryPorts) =>
  createStore<HistoryState>()((set, get) => {
    const stored = () =>
      createStoredValue<readonly ConversationSummary[]>({ area: area(), key: "chartwright.history", version: 1, maxChars: 50_000, parse, shrink: (items) => (items.length > 1 ? items.slice(0, items.length / 2) : null) })
    const show = (items: readonly ConversationSummary[]) => {
      set({ items })
      stored().write(items)
    }
    /** Shows a change at once and takes it back if the server refuses. */
    const change = async (items: readonly ConversationSummary[], call: () => Promise<void>) => {
      const before = get().items
      show(items)
      set({ problem: null })
      try {
        await call()
      } catch (error) {
        show(before)
        set({ problem: messageOf(error) })
        onError(error)
      }
    }

    return {
      items: [],
      status: "idle",
      nextCursor: null,
      problem: null,
      start: () => set({ items: stored().read() ?? [] }),
      load: async () => {
        set({ status: "loading" })
        try {
          const { items, nextCursor } = await api.list(null)
          show(items)
          set({ nextCursor, status: "ready" })
        } catch (error) {
          set({ status: "failed", problem: messageOf(error) })
          onError(error)
        }
      },
      loadMore: async () => {
        const { nextCursor, items } = get()
        if (nextCursor === null) return
        try {
          const page = await api.list(nextCursor)
          const known = new Set(items.map(({ id }) => id))
          show([...items, ...page.items.filter(({ id }) => !known.has(id))])
          set({ nextCursor: page.nextCursor })
        } catch (error) {
          set({ problem: messageOf(error) })
          onError(error)
        }
      },
      rename: (id, title) => {
        const wanted = title.trim()
        if (wanted === "") return Promise.resolve()
        return change(get().items.map((item) => (item.id === id ? { ...item, title: wanted } : item)), () => api.rename(id, wanted))
      },
      remove: (id) => {
        onRemoved(id)
        return change(get().items.filter((item) => item.id !== id), () => api.remove(id))
      },
      clear: () => {
        onRemoved(null)
        return change([], () => api.clear())
      },
    }
  })

export type HistoryStore = ReturnType<typeof createHistoryStore>

/** Items whose title holds every word of `search`, whatever the case. */
export function filterHistory(items: readonly ConversationSummary[], search: string): readonly ConversationSummary[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return items.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)))
}

const messageOf = (error: unknown) => (error instanceof TypeError || !(error instanceof Error) ? "The server did not answer." : error.message)

function parse(value: unknown): readonly ConversationSummary[] | null {
  if (!Array.isArray(value)) return null
  return value.filter((item): item is ConversationSummary => isRecord(item) && ["id", "title", "createdAt", "updatedAt"].every((name) => typeof item[name] === "string"))
}
