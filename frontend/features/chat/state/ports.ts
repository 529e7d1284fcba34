import { type ChatEvent, type FinishReason } from "@/lib/contracts/events.gen"
import { type ChatMessage, type TurnError } from "./chat-types"

export type Question = { message: string; conversationId?: string; artifactId?: string; model?: string }

export type StoredMessage = {
  id: string
  role: "user" | "assistant"
  content: string
  timestamp: string
  runId?: string | null
  artifactId?: string | null
  artifactVersion?: number | null
  finishReason?: FinishReason | null
}

export type StoredConversation = { id: string; title: string; activeRunId?: string | null; messages: readonly StoredMessage[] }

/** The server as a chat needs it. Everything rejects with an `ApiError`, or with a `TypeError` when the server did not answer. */
export interface ChatApi {
  ask(question: Question, signal: AbortSignal): Promise<Response>
  /** Events after `lastEventId` of a run, as a stream. */
  followRun(runId: string, lastEventId: number, signal: AbortSignal): Promise<Response>
  cancelRun(runId: string): Promise<void>
  /** Null when there is no such conversation any more. */
  findConversation(id: string, signal: AbortSignal): Promise<StoredConversation | null>
}

/** The pane beside the chat. It is told of every event in order. */
export interface ArtifactPort {
  beginRun(runId: string, question: string): void
  applyEvent(runId: string, event: ChatEvent): void
  /** The component as far as it has streamed. */
  streamCode(runId: string, code: string, isComplete: boolean): void
  openArtifact(id: string, version?: number): void
  clear(): void
  /** Id of the stored artifact that is shown, which a follow-up changes. */
  activeId(): string | null
}

/** The browser's copy of conversations: what a reload shows before the server has answered. */
export interface ChatArchive {
  /** Id of the conversation that was open, or null. */
  lastOpen(): string | null
  read(conversationId: string): readonly ChatMessage[] | null
  /** Keeps the messages, and the conversation as the open one; null: none is open. */
  write(conversationId: string | null, messages: readonly ChatMessage[]): void
  remove(conversationId: string): void
  clear(): void
}

export type ChatPorts = {
  api: ChatApi
  artifact: ArtifactPort
  archive: ChatArchive
  /** Called when a turn failed. */
  onError: (error: TurnError) => void
  /** Called with the open conversation when it changes, and again when its list entry may have changed. */
  onConversation: (id: string | null) => void
  newId: () => string
  /** ISO 8601, UTC. */
  now: () => string
  /** Calls `flush` once, soon: events that arrive until then are shown together. */
  schedule: (flush: () => void) => void
  /** Delay before an attempt to reconnect; the browser's clock when absent. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>
}
