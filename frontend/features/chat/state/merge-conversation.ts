import { type AssistantMessage, type ChatMessage, emptyAnswer } from "./chat-types"
import { type StoredConversation, type StoredMessage } from "./ports"

/**
 * The server's conversation with what only the browser knows: the timelines of runs it has seen. The server wins on which
 * messages there are and what they say. An answer that is still being written stands at the end, empty unless it is known.
 */
export function mergeConversation(stored: StoredConversation, local: readonly ChatMessage[], newMessage: { id: string; timestamp: string }): readonly ChatMessage[] {
  const known = new Map(local.flatMap((message) => (message.role === "assistant" && message.runId ? [[message.runId, message] as const] : [])))
  const messages = stored.messages.map((message) => fromStored(message, known))
  const active = stored.activeRunId
  if (active && !messages.some((message) => message.role === "assistant" && message.runId === active)) {
    messages.push({ ...(known.get(active) ?? emptyAnswer({ ...newMessage, runId: active })), status: "running" })
  }
  return [...messages, ...unsentTail(local)]
}

/** The server's copy as it was before `asked`, the turns sent while it was on its way: the browser knows those better. */
export function withoutTurns(stored: StoredConversation, asked: readonly ChatMessage[]): StoredConversation {
  if (asked.length === 0) return stored
  const runs = new Set(asked.flatMap((message) => (message.role === "assistant" && message.runId ? [message.runId] : [])))
  const before = stored.messages.filter(({ runId }) => !runId || !runs.has(runId))
  const last = before.at(-1)
  const isTaken = last?.role === "user" && asked.some(({ role, content }) => role === "user" && content === last.content)
  return { ...stored, activeRunId: null, messages: isTaken ? before.slice(0, -1) : before }
}

function fromStored(message: StoredMessage, known: ReadonlyMap<string, AssistantMessage>): ChatMessage {
  const { id, role, content, timestamp, runId, artifactId, artifactVersion, finishReason } = message
  if (role === "user") return { id, role, content, timestamp }
  const seen = runId ? known.get(runId) : undefined
  const isSeenWhole = seen !== undefined && seen.finishReason !== null
  if (isSeenWhole) return { ...seen, content, timestamp }
  return emptyAnswer({
    id,
    timestamp,
    content,
    runId: runId ?? null,
    status: finishReason === "cancelled" ? "stopped" : finishReason === "error" ? "failed" : "done",
    finishReason: finishReason ?? "stop",
    artifact: artifactId && artifactVersion ? { id: artifactId, version: artifactVersion, title: "" } : null,
  })
}

/** A last question that never reached the server stays with its failure, to be tried again. */
function unsentTail(local: readonly ChatMessage[]): readonly ChatMessage[] {
  const last = local.at(-1)
  return last?.role === "assistant" && last.runId === null && last.status === "failed" ? local.slice(-2) : []
}

/** True for an answer whose steps are not known here but can be replayed from the server's log. */
export const lacksSteps = (message: ChatMessage): message is AssistantMessage & { runId: string } =>
  message.role === "assistant" && message.runId !== null && message.lastEventId === 0 && message.status !== "running"
