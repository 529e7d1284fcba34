import { createStoredValue, isRecord, type StorageArea } from "@/lib/storage"
import { type AssistantMessage, type ChatMessage, emptyAnswer } from "./chat-types"
import { type ChatArchive } from "./ports"

/** Characters of local storage a browser keeps of all conversations together. */
const MAX_CHARS = 1_500_000
const MAX_CONVERSATIONS = 20
/** Messages kept of one conversation; the server has the rest. */
const MAX_MESSAGES = 60

/** Conversations with the one written last at the end. */
type Archived = { open: string | null; conversations: readonly { id: string; messages: readonly ChatMessage[] }[] }

const EMPTY: Archived = { open: null, conversations: [] }

/** Conversations in the browser's storage. */
export function createChatArchive(area: StorageArea | null): ChatArchive {
  const stored = createStoredValue<Archived>({ area, key: "chartwright.chat", version: 1, maxChars: MAX_CHARS, parse, shrink })
  const read = () => stored.read() ?? EMPTY
  return {
    lastOpen: () => read().open,
    read: (id) => read().conversations.find((conversation) => conversation.id === id)?.messages ?? null,
    write: (id, messages) => {
      const { conversations } = read()
      if (id === null) return stored.write({ open: null, conversations })
      const others = conversations.filter((conversation) => conversation.id !== id)
      stored.write({ open: id, conversations: [...others, { id, messages: messages.slice(-MAX_MESSAGES) }].slice(-MAX_CONVERSATIONS) })
    },
    remove: (id) => {
      const { open, conversations } = read()
      stored.write({ open: open === id ? null : open, conversations: conversations.filter((conversation) => conversation.id !== id) })
    },
    clear: () => stored.clear(),
  }
}

/** Leaves out the conversation written first, or the older half of the only one. */
function shrink({ open, conversations }: Archived): Archived | null {
  const [first, ...others] = conversations
  if (!first) return null
  if (others.length > 0) return { open, conversations: others }
  return first.messages.length > 1 ? { open, conversations: [{ id: first.id, messages: first.messages.slice(Math.ceil(first.messages.length / 2)) }] } : { open, conversations: [] }
}

function parse(value: unknown): Archived | null {
  if (!isRecord(value) || !Array.isArray(value["conversations"])) return null
  const conversations = value["conversations"].flatMap((conversation: unknown) => {
    if (!isRecord(conversation) || typeof conversation["id"] !== "string" || !Array.isArray(conversation["messages"])) return []
    return [{ id: conversation["id"], messages: conversation["messages"].flatMap(parseMessage) }]
  })
  return { open: typeof value["open"] === "string" ? value["open"] : null, conversations }
}

function parseMessage(value: unknown): readonly ChatMessage[] {
  if (!isRecord(value)) return []
  const { id, role, content, timestamp } = value
  if (typeof id !== "string" || typeof content !== "string" || typeof timestamp !== "string") return []
  if (role === "user") return [{ id, role, content, timestamp }]
  if (role !== "assistant") return []
  const answer = { ...emptyAnswer({ id, timestamp }), ...value }
  return isAnswer(answer) ? [answer] : []
}

const isAnswer = (answer: Record<keyof AssistantMessage, unknown>): answer is AssistantMessage =>
  (answer.runId === null || typeof answer.runId === "string") &&
  typeof answer.lastEventId === "number" &&
  typeof answer.understoodLength === "number" &&
  ["running", "done", "failed", "stopped"].includes(answer.status as string) &&
  (answer.artifact === null || (isRecord(answer.artifact) && typeof answer.artifact["id"] === "string")) &&
  (answer.error === null || (isRecord(answer.error) && typeof answer.error["message"] === "string")) &&
  (answer.stage === null || isRecord(answer.stage)) &&
  Array.isArray(answer.timeline) &&
  answer.timeline.every((step) => isRecord(step) && ["query", "look", "draw"].includes(step["kind"] as string))
