import { createStore } from "zustand/vanilla"

export type TemplateSummary = Readonly<{
  id: string
  name: string
  prompt: string | null
  artifactId: string
  /** ISO 8601, UTC. */
  createdAt: string
  updatedAt: string
}>

/** The server as the list needs it; every call rejects with an error whose `message` is for the user. */
export interface TemplatesApi {
  /** Most recently changed first. */
  list(cursor: string | null): Promise<{ items: readonly TemplateSummary[]; nextCursor: string | null }>
  rename(id: string, name: string): Promise<void>
  remove(id: string): Promise<void>
}

/** No action rejects: what went wrong is in `problem`, and what was shown stays. */
export type TemplatesState = {
  status: "loading" | "ready" | "failed"
  items: readonly TemplateSummary[]
  /** Null on the last page. */
  nextCursor: string | null
  problem: string | null
  load: () => Promise<void>
  loadMore: () => Promise<void>
  rename: (id: string, name: string) => Promise<void>
  remove: (id: string) => Promise<void>
  dismissProblem: () => void
}

export type TemplatesStore = ReturnType<typeof createTemplatesStore>

export const createTemplatesStore = (api: TemplatesApi) =>
  createStore<TemplatesState>()((set, get) => {
    const replace = (id: string, change: (item: TemplateSummary) => TemplateSummary) =>
      set(({ items }) => ({ items: items.map((item) => (item.id === id ? change(item) : item)) }))
    return {
      status: "loading",
      items: [],
      nextCursor: null,
      problem: null,

      load: async () => {
        try {
          const { items, nextCursor } = await api.list(null)
          set({ status: "ready", items, nextCursor, problem: null })
        } catch (error) {
          set(({ items }) => ({ status: items.length > 0 ? "ready" : "failed", problem: messageOf(error) }))
        }
      },

      loadMore: async () => {
        const { nextCursor } = get()
        if (nextCursor === null) return
        try {
          const page = await api.list(nextCursor)
          if (get().nextCursor === nextCursor) set(({ items }) => ({ items: [...items, ...page.items], nextCursor: page.nextCursor }))
        } catch (error) {
          set({ problem: messageOf(error) })
        }
      },

      rename: async (id, name) => {
        const before = get().items.find((item) => item.id === id)?.name
        const wanted = name.trim()
        if (before === undefined || wanted === "" || wanted === before) return
        replace(id, (item) => ({ ...item, name: wanted }))
        try {
          await api.rename(id, wanted)
        } catch (error) {
          replace(id, (item) => ({ ...item, name: before }))
          set({ problem: `The name was not saved. ${messageOf(error)}` })
        }
      },

      remove: async (id) => {
        const before = get().items
        set({ items: before.filter((item) => item.id !== id) })
        try {
          await api.remove(id)
        } catch (error) {
          set({ items: before, problem: `The template was not deleted. ${messageOf(error)}` })
        }
      },

      dismissProblem: () => set({ problem: null }),
    }
  })

function messageOf(error: unknown): string {
  if (error instanceof TypeError) return "The server did not answer. Check that it is running and try again."
  return error instanceof Error ? error.message : "Something went wrong. Try again."
}
