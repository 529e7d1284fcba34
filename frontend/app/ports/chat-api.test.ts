import { expect, it } from "vitest"
import { createApi } from "@/lib/api"
import { createChatApi, runSql } from "./chat-api"

function create(answer: (request: Request) => Response) {
  const requests: Request[] = []
  const api = createApi({
    baseUrl: "http://localhost",
    fetch: (request) => {
      requests.push(request)
      return Promise.resolve(answer(request))
    },
  })
  return { api, chat: createChatApi(api), requests }
}
const signal = new AbortController().signal
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } })
const problem = (status: number, code: string) => json({ title: "No", detail: "No.", code, retryable: false }, status)

it("asks by POST and hands the stream on unread", async () => {
  const { chat, requests } = create(() => new Response("id: 1\n\n", { headers: { "content-type": "text/event-stream" } }))
  const response = await chat.ask({ message: "q", conversationId: "c1" }, signal)
  expect(await response.text()).toBe("id: 1\n\n")
  expect(requests[0]?.method).toBe("POST")
  expect(await requests[0]?.json()).toEqual({ message: "q", conversationId: "c1" })
})

it("goes on with a run after the last event it has", async () => {
  const { chat, requests } = create(() => new Response(""))
  await chat.followRun("r1", 7, signal)
  await chat.followRun("r1", 0, signal)
  expect(requests.map(({ url, headers }) => [url, headers.get("last-event-id")])).toEqual([
    ["http://localhost/api/runs/r1/events", "7"],
    ["http://localhost/api/runs/r1/events", null],
  ])
})

it.each([404, 400])("knows no conversation when the server answers %d", async (status) => {
  const { chat } = create(() => problem(status, "not_found"))
  expect(await chat.findConversation("c1", signal)).toBeNull()
})

it("rejects when the server fails to look the conversation up", async () => {
  const { chat } = create(() => problem(503, "storage_unavailable"))
  await expect(chat.findConversation("c1", signal)).rejects.toMatchObject({ code: "storage_unavailable" })
})

it("runs a statement and says why it has no rows", async () => {
  const rows = { columns: [{ name: "a", type: "INTEGER" }], rows: [[1]], rowCount: 1, elapsedMs: 2 }
  expect(await runSql(create(() => json(rows)).api, "SELECT 1 AS a")).toEqual({ ok: true, columns: ["a"], rows: [[1]], rowCount: 1, elapsedMs: 2 })
  expect(await runSql(create(() => problem(400, "sql_syntax")).api, "SELEC")).toEqual({ ok: false, message: "No." })
})
