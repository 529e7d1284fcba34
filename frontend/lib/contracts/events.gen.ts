/* Generated from contracts/events.schema.json by `npm run contracts`. Do not edit. */

/**
 * One event of a run: the data line of a server-sent event, whose event line repeats "type".
 */
export type ChatEvent =
  RunEvent | StageEvent | TextEvent | ToolEvent | DataEvent | ArtifactEvent | ErrorEvent | DoneEvent
export type ChatStage = "thinking" | "querying" | "submitting" | "generating" | "repairing"
export type ToolState = "started" | "progress" | "finished" | "failed" | "cancelled"
export type ParamType = "number" | "text" | "boolean" | "select" | "multiselect" | "color" | "date" | "dateRange"
export type ParamScope = "view" | "query"
export type ErrorCode =
  | "invalid_request"
  | "message_empty"
  | "message_too_long"
  | "unsupported_media_type"
  | "not_found"
  | "conflict"
  | "run_in_progress"
  | "too_many_requests"
  | "host_not_allowed"
  | "origin_not_allowed"
  | "unauthorized"
  | "sql_syntax"
  | "sql_not_read_only"
  | "sql_forbidden"
  | "unknown_table"
  | "unknown_column"
  | "unknown_param"
  | "invalid_param"
  | "sql_failed"
  | "query_timeout"
  | "query_cancelled"
  | "result_too_large"
  | "unknown_result"
  | "engine_unavailable"
  | "file_too_large"
  | "file_unreadable"
  | "file_type_unsupported"
  | "dataset_exists"
  | "unknown_dataset"
  | "storage_full"
  | "model_unavailable"
  | "model_refused"
  | "model_rate_limited"
  | "model_timeout"
  | "model_protocol"
  | "unknown_model"
  | "not_understood"
  | "tool_failed"
  | "step_limit"
  | "code_invalid"
  | "storage_unavailable"
  | "internal"
export type FinishReason = "stop" | "error" | "cancelled" | "limit" | "clarify"

export interface RunEvent {
  type: "run"
  runId: string
  conversationId: string
  model: string
}
export interface StageEvent {
  type: "stage"
  stage: ChatStage
  label: string
}
export interface TextEvent {
  type: "text"
  delta: string
}
export interface ToolEvent {
  type: "tool"
  callId: string
  name: string
  arguments: unknown
  state: ToolState
  progress?: number | null
  elapsedMs?: number | null
  message?: string | null
}
export interface DataEvent {
  type: "data"
  name: string
  cacheKey: string
  columns: ResultColumn[]
  rows: unknown[][] | null
  rowCount: number
  truncated: boolean
  dataUrl: string | null
  format: string
  fetchedAt: string
  dataVersion: string
  sql: string
  params: {
    [k: string]: unknown
  }
  engine: string
  elapsedMs: number
  bytes?: number | null
}
export interface ResultColumn {
  name: string
  type: string
}
export interface ArtifactEvent {
  type: "artifact"
  artifactId: string
  version: number
  title: string
  code: string
  params: {
    [k: string]: ParamDefinition
  }
  understanding?: string | null
}
export interface ParamDefinition {
  type: ParamType
  label?: string | null
  default: unknown
  scope?: ParamScope
  min?: number | null
  max?: number | null
  step?: number | null
  options?: unknown[] | null
}
export interface ErrorEvent {
  type: "error"
  message: string
  stage: string
  code: ErrorCode
  retryable: boolean
  details?: {
    [k: string]: unknown
  } | null
}
export interface DoneEvent {
  type: "done"
  finishReason: FinishReason
  usage: TokenUsage
}
export interface TokenUsage {
  inputTokens: number
  outputTokens: number
}
