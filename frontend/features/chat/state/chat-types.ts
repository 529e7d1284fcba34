import { type ChatStage, type ErrorCode, type FinishReason, type ToolState } from "@/lib/contracts/events.gen"

/** Codes of a failure: the server's, and two for what only the browser can see. */
export type TurnErrorCode = ErrorCode | "connection_lost" | "interrupted"

/** A failure as it stands in the turn where it happened. */
export type TurnError = {
  /** What happened and what to do, for the user. */
  message: string
  code: TurnErrorCode
  stage: string
  retryable: boolean
  /** The statement that failed, where there is one to edit. */
  sql: string | null
}

/** A statement and what came of it. Times in milliseconds; `rowCount` is the exact total. */
export type QueryStep = {
  kind: "query"
  callId: string
  /** Name of the result: `main`, or the NAME of `results.NAME`. */
  name: string
  sql: string
  engine: string | null
  /** It runs as a job: for long, and with words on how far it is. */
  isJob: boolean
  state: ToolState
  /** 0 to 1 where known. */
  progress: number | null
  rowCount: number | null
  truncated: boolean
  elapsedMs: number | null
  /** Of the files a job has written. */
  bytes: number | null
  message: string | null
}

/** A look into the catalog or at values, without a result of its own. */
export type LookStep = { kind: "look"; callId: string; tool: string; subject: string | null; state: ToolState; elapsedMs: number | null; message: string | null }

/** A component was completed and stored. */
export type DrawStep = { kind: "draw"; artifactId: string; version: number; title: string }

export type TimelineStep = QueryStep | LookStep | DrawStep

export type ChatStatus = "running" | "done" | "failed" | "stopped"

export type UserMessage = { id: string; role: "user"; content: string; timestamp: string }

/** An answer, from the moment it was asked for. Timestamps are ISO 8601. */
export type AssistantMessage = {
  id: string
  role: "assistant"
  /** Markdown as streamed, code fences included. */
  content: string
  timestamp: string
  /** Null until the server has taken the question. */
  runId: string | null
  /** Number of the last event seen; 0 when none was. */
  lastEventId: number
  status: ChatStatus
  stage: { stage: ChatStage; label: string } | null
  timeline: readonly TimelineStep[]
  /** Length of the leading part of `content` that says what was understood; 0 while there is none. */
  understoodLength: number
  artifact: { id: string; version: number; title: string } | null
  error: TurnError | null
  finishReason: FinishReason | null
}

export type ChatMessage = UserMessage | AssistantMessage

/** What is going on now, for the composer and the stage line. */
export type Loading = { isGenerating: boolean; isFetchingData: boolean; stage: AssistantMessage["stage"] }

export const IDLE: Loading = { isGenerating: false, isFetchingData: false, stage: null }

/** An answer of which nothing has arrived. */
export const emptyAnswer = (fields: Pick<AssistantMessage, "id" | "timestamp"> & Partial<AssistantMessage>): AssistantMessage => ({
  role: "assistant",
  content: "",
  runId: null,
  lastEventId: 0,
  status: "running",
  stage: null,
  timeline: [],
  understoodLength: 0,
  artifact: null,
  error: null,
  finishReason: null,
  ...fields,
})
