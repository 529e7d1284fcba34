import { type ChatEvent, type DataEvent, type ToolEvent } from "@/lib/contracts/events.gen"
import { createMemoryArea } from "@/lib/storage"
import { createChatArchive } from "./chat-archive"
import { createChatStore } from "./chat-store"
import { type ArtifactPort, type ChatApi, type ChatPorts, type Question, type StoredConversation } from "./ports"
import { type TurnError } from "./chat-types"

export const RUN = "0193a1b0-0000-7000-8000-000000000001"
export const CONVERSATION = "0193a1b0-0000-7000-8000-0000000000c1"
export const ARTIFACT = "0193a1b0-0000-7000-8000-0000000000a1"
export const CODE = "export default function Viz({ data }) {\n  return <p>{data.length}</p>\n}"

export const toolEvent = (state: ToolEvent["state"], fields: Partial<ToolEvent> = {}): ToolEvent => ({
  type: "tool",
  callId: "c1",
  name: "run_sql",
  arguments: { query: "SELECT region, sum(total) FROM orders GROUP BY ALL", name: "main" },
  state,
  ...fields,
})

export const dataEvent = (fields: Partial<DataEvent> = {}): DataEvent => ({
  type: "data",
  name: "main",
  cacheKey: "k1",
  columns: [{ name: "region", type: "VARCHAR" }],
  rows: [["North"]],
  rowCount: 4,
  truncated: false,
  dataUrl: null,
  format: "json",
  fetchedAt: "2026-01-02T03:04:05Z",
  dataVersion: "v1",
  sql: "SELECT region, sum(total) FROM orders GROUP BY ALL",
  params: {},
  engine: "duckdb",
  elapsedMs: 3,
  ...fields,
})

/** A whole run: understood, queried, drew, said. */
export const WHOLE_RUN: readonly ChatEvent[] = [
  { type: "run", runId: RUN, conversationId: CONVERSATION, model: "builtin" },
  { type: "stage", stage: "thinking", label: "Reading the question" },
  { type: "text", delta: "Total sales by region." },
  toolEvent("started"),
  dataEvent(),
  toolEvent("finished", { elapsedMs: 5, message: "4 rows" }),
  { type: "stage", stage: "generating", label: "Drawing" },
  { type: "text", delta: "\n\n```tsx title=\"Total sales by region\"\nexport default function Viz({ data }) {\n" },
  { type: "text", delta: "  return <p>{data.length}</p>\n}\n```\n" },
  { type: "artifact", artifactId: ARTIFACT, version: 1, title: "Total sales by region", code: CODE, params: {} },
  { type: "text", delta: "North leads." },
  { type: "done", finishReason: "stop", usage: { inputTokens: 0, outputTokens: 0 } },
]

/** The bytes of a run's stream, from the event after `lastEventId`. */
export const streamOf = (events: readonly ChatEvent[], lastEventId = 0) =>
  events
    .map((event, index) => `id: ${String(index + 1)}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
    .slice(lastEventId)
    .join("")

export const responseOf = (text: string) => new Response(text, { headers: { "content-type": "text/event-stream" } })

/** A response whose body is written by hand. */
export function openResponse() {
  let controller!: ReadableStreamDefaultController<Uint8Array>
  const body = new ReadableStream<Uint8Array>({ start: (own) => void (controller = own) })
  return {
    response: new Response(body),
    write: (text: string) => controller.enqueue(new TextEncoder().encode(text)),
    close: () => controller.close(),
    fail: () => controller.error(new TypeError("network error")),
  }
}

/** Lets every promise that can settle settle. */
export const settle = () => new Promise<void>((resolve) => setTimeout(resolve))

/** A store over a scripted server; what the ports were told is recorded. */
export function createScriptedChat(script: Partial<ChatApi> = {}, area = createMemoryArea()) {
  const told = { questions: [] as Question[], followed: [] as [string, number][], cancelled: [] as string[], conversations: [] as (string | null)[], errors: [] as TurnError[], artifact: [] as unknown[][] }
  let ids = 0
  const record = (name: string) => (...values: unknown[]) => void told.artifact.push([name, ...values])
  const artifact: ArtifactPort = { beginRun: record("beginRun"), applyEvent: (_run, { type }) => record("applyEvent")(type), streamCode: record("streamCode"), openArtifact: record("openArtifact"), clear: record("clear"), activeId: () => null }
  const archive = createChatArchive(area)
  const ports: ChatPorts = {
    api: {
      ask: (question, signal) => {
        told.questions.push(question)
        return script.ask?.(question, signal) ?? Promise.resolve(responseOf(streamOf(WHOLE_RUN)))
      },
      followRun: (runId, lastEventId, signal) => {
        told.followed.push([runId, lastEventId])
        return script.followRun?.(runId, lastEventId, signal) ?? Promise.resolve(responseOf(streamOf(WHOLE_RUN, lastEventId)))
      },
      cancelRun: (runId) => {
        told.cancelled.push(runId)
        return script.cancelRun?.(runId) ?? Promise.resolve()
      },
      findConversation: (id, signal) => script.findConversation?.(id, signal) ?? Promise.resolve(null),
    },
    artifact,
    archive,
    onError: (error) => void told.errors.push(error),
    onConversation: (id) => void told.conversations.push(id),
    newId: () => `m${String(++ids)}`,
    now: () => "2026-01-02T03:04:05Z",
    schedule: (flush) => queueMicrotask(flush),
    wait: () => Promise.resolve(),
  }
  return { store: createChatStore(ports), told, archive, area, artifact }
}

export const conversation = (fields: Partial<StoredConversation> = {}): StoredConversation => ({
  id: CONVERSATION,
  title: "Total sales by region",
  messages: [
    { id: "s1", role: "user", content: "total sales by region", timestamp: "2026-01-02T03:04:05Z" },
    { id: "s2", role: "assistant", content: "Total sales by region.\n\nNorth leads.", timestamp: "2026-01-02T03:04:06Z", runId: RUN, artifactId: ARTIFACT, artifactVersion: 1, finishReason: "stop" },
  ],
  ...fields,
})
