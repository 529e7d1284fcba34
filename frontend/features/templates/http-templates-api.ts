import { requestJson } from "@/lib/api"
import type { TemplatesApi } from "./state/templates-store"

const path = (id: string) => `/api/templates/${encodeURIComponent(id)}`

/** Templates of this server, by the routes of docs/protocol.md. */
export const httpTemplatesApi: TemplatesApi = {
  list: (cursor) => requestJson(`/api/templates?${new URLSearchParams({ limit: "50", ...(cursor !== null && { cursor }) }).toString()}`),
  rename: (id, name) => requestJson(path(id), { method: "PATCH", body: { name } }),
  remove: (id) => requestJson(path(id), { method: "DELETE" }),
}
