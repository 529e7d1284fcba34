import { type HistoryApi } from "@/features/history"
import { type Api, bodyOf } from "@/lib/api"

export const createHistoryApi = (api: Api): HistoryApi => ({
  list: async (cursor) => bodyOf(await api.GET("/api/conversations", { params: { query: cursor === null ? {} : { Cursor: cursor } } })),
  rename: async (id, title) => {
    await api.PATCH("/api/conversations/{id}", { params: { path: { id } }, body: { title } })
  },
  remove: async (id) => {
    await api.DELETE("/api/conversations/{id}", { params: { path: { id } } })
  },
  clear: async () => {
    await api.DELETE("/api/conversations")
  },
})
