import { type HistoryApi } from "@/features/history"
import { type Api, bodyOf } from "@/lib/api"

/** Deletions are sent to the end even when the page is left meanwhile. */
export const createHistoryApi = (api: Api): HistoryApi => ({
  list: async (cursor) => bodyOf(await api.GET("/api/conversations", { params: { query: cursor === null ? {} : { Cursor: cursor } } })),
  rename: async (id, title) => {
    await api.PATCH("/api/conversations/{id}", { params: { path: { id } }, body: { title } })
  },
  remove: async (id) => {
    await api.DELETE("/api/conversations/{id}", { params: { path: { id } }, keepalive: true })
  },
  clear: async () => {
    await api.DELETE("/api/conversations", { keepalive: true })
  },
})
