import { type ChatApi, type SqlOutcome } from "@/features/chat"
import { ApiError, type Api, bodyOf } from "@/lib/api"

/** The chat's view of the server. Streams are handed on unread. */
export const createChatApi = (api: Api): ChatApi => ({
  ask: async (question, signal) => {
    const { response } = await api.POST("/api/chat", { body: question, signal, parseAs: "stream", headers: { accept: "text/event-stream" } })
    return response
  },
  followRun: async (id, lastEventId, signal) => {
    const { response } = await api.GET("/api/runs/{id}/events", {
      params: { path: { id } },
      headers: { accept: "text/event-stream", ...(lastEventId > 0 && { "last-event-id": String(lastEventId) }) },
      signal,
      parseAs: "stream",
    })
    return response
  },
  cancelRun: async (id) => {
    await api.POST("/api/runs/{id}/cancel", { params: { path: { id } } })
  },
  findConversation: async (id, signal) => {
    try {
      return bodyOf(await api.GET("/api/conversations/{id}", { params: { path: { id } }, signal }))
    } catch (error) {
      // an address typed by hand may hold anything: to the reader it is a conversation that is not there
      if (error instanceof ApiError && (error.status === 404 || error.status === 400)) return null
      throw error
    }
  },
})

/** Runs a statement that was edited by hand. Never rejects. */
export async function runSql(api: Api, sql: string): Promise<SqlOutcome> {
  try {
    const { columns, rows, rowCount, elapsedMs } = bodyOf(await api.POST("/api/query", { body: { sql } }))
    return { ok: true, columns: columns.map(({ name }) => name), rows: rows as unknown[][], rowCount, elapsedMs }
  } catch (error) {
    return { ok: false, message: error instanceof ApiError ? error.message : "The server did not answer. Check that it is running and try again." }
  }
}
