import { requestJson } from "@/lib/api"
import { type JobsApi } from "./state/jobs-store"

const path = (id: string) => `/api/jobs/${encodeURIComponent(id)}`

/** Jobs of this server, by the routes of docs/protocol.md. */
export const httpJobsApi: JobsApi = {
  list: (cursor) => requestJson(`/api/jobs?${new URLSearchParams({ limit: "50", ...(cursor !== null && { cursor }) }).toString()}`),
  find: (id) => requestJson(path(id)),
  stop: (id) => requestJson(`${path(id)}/stop`, { method: "POST" }),
  remove: (id) => requestJson(path(id), { method: "DELETE" }),
  refresh: (id) => requestJson(`${path(id)}/refresh`, { method: "POST" }),
}
