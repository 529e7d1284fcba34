import { type ChatEvent, type DataEvent, type DoneEvent, type ErrorEvent, type ToolEvent } from "@/lib/contracts/events.gen"
import { type AssistantMessage, emptyAnswer, type QueryStep, type TimelineStep, type TurnError } from "./chat-types"

const QUERY_TOOLS: ReadonlySet<string> = new Set(["run_sql", "submit_spark"])

/**
 * The answer after one more event of its run. Pure: the same events give the same answer, whether they arrive live, after a
 * reconnect or in a replay. A `run` event starts the answer anew.
 * @param eventId number of the event within its run
 */
export function reduceRun(answer: AssistantMessage, event: ChatEvent, eventId: number): AssistantMessage {
  return { ...reduce(answer, event), lastEventId: eventId }
}

function reduce(answer: AssistantMessage, event: ChatEvent): AssistantMessage {
  switch (event.type) {
    case "run":
      return emptyAnswer({ id: answer.id, timestamp: answer.timestamp, runId: event.runId })
    case "stage":
      return { ...answer, stage: { stage: event.stage, label: event.label } }
    case "text":
      return { ...answer, content: answer.content + event.delta }
    case "tool":
      return withTool(answer, event)
    case "data":
      return { ...answer, timeline: withData(answer.timeline, event) }
    case "artifact": {
      const { artifactId, version, title } = event
      const earlier = answer.timeline.filter((step) => step.kind !== "draw")
      return { ...answer, artifact: { id: artifactId, version, title }, error: null, timeline: [...earlier, { kind: "draw", artifactId, version, title }] }
    }
    case "error":
      return { ...answer, error: turnErrorOf(event, answer.timeline) }
    case "done":
      return finish(answer, event)
  }
}

function withTool(answer: AssistantMessage, event: ToolEvent): AssistantMessage {
  const isFirst = answer.understoodLength === 0 && answer.timeline.length === 0
  const timeline = upsert(answer.timeline, event)
  return { ...answer, timeline, understoodLength: isFirst ? answer.content.length : answer.understoodLength }
}

function upsert(timeline: readonly TimelineStep[], event: ToolEvent): readonly TimelineStep[] {
  const { callId, state } = event
  const outcome = { state, elapsedMs: event.elapsedMs ?? null, message: event.message ?? null }
  const known = timeline.some((step) => step.kind !== "draw" && step.callId === callId)
  if (known) {
    return timeline.map((step) => {
      if (step.kind === "draw" || step.callId !== callId) return step
      const kept = { elapsedMs: outcome.elapsedMs ?? step.elapsedMs, message: outcome.message ?? step.message }
      return step.kind === "query" ? { ...step, ...outcome, ...kept, progress: furthest(step.progress, event.progress ?? null) } : { ...step, ...outcome, ...kept }
    })
  }
  if (!QUERY_TOOLS.has(event.name)) {
    const subject = textArgument(event, "table") ?? textArgument(event, "name")
    return [...timeline, { kind: "look", callId, tool: event.name, subject, ...outcome }]
  }
  const started: QueryStep = {
    kind: "query",
    callId,
    name: textArgument(event, "name") ?? "main",
    sql: textArgument(event, "query") ?? textArgument(event, "sql") ?? "",
    engine: null,
    isJob: event.name === "submit_spark",
    progress: event.progress ?? null,
    rowCount: null,
    truncated: false,
    bytes: null,
    ...outcome,
  }
  return [...timeline, started]
}

/** Gives a result to the call that made it: the last query of that name which has none yet. */
function withData(timeline: readonly TimelineStep[], event: DataEvent): readonly TimelineStep[] {
  const { name, sql, engine, rowCount, truncated, elapsedMs, bytes = null } = event
  const index = timeline.findLastIndex((step) => step.kind === "query" && step.name === name && step.rowCount === null && step.state !== "failed")
  const result = { name, sql, engine, rowCount, truncated, elapsedMs, bytes }
  if (index < 0) {
    const callId = `data:${event.cacheKey}`
    return [...timeline, { kind: "query", callId, state: "finished", progress: null, message: null, isJob: false, ...result }]
  }
  return timeline.map((step, at) => (at === index && step.kind === "query" ? { ...step, ...result, sql: step.isJob ? step.sql : sql } : step)) // a job's own statement says more than the one that reads its rows
}

/** A bar never goes backwards. */
const furthest = (before: number | null, now: number | null) => (before === null || now === null ? (now ?? before) : Math.max(before, now))

function turnErrorOf({ message, code, stage, retryable, details }: ErrorEvent, timeline: readonly TimelineStep[]): TurnError {
  const failed = timeline.findLast((step): step is QueryStep => step.kind === "query" && step.state === "failed")
  const sql = typeof details?.["sql"] === "string" ? details["sql"] : (failed?.sql ?? "")
  return { message, code, stage, retryable, sql: sql === "" ? null : sql }
}

function finish(answer: AssistantMessage, { finishReason }: DoneEvent): AssistantMessage {
  const timeline = answer.timeline.map((step) => (step.kind !== "draw" && isOpen(step) ? { ...step, state: finishReason === "cancelled" ? ("cancelled" as const) : ("failed" as const) } : step))
  const base = { ...answer, timeline, stage: null, finishReason }
  if (finishReason === "cancelled") return { ...base, status: "stopped", error: null }
  const error = answer.error ?? missingReason(finishReason)
  return { ...base, error, status: error ? "failed" : "done" }
}

/** A run that ended badly says why; this is for one that did not. */
function missingReason(finishReason: DoneEvent["finishReason"]): TurnError | null {
  if (finishReason === "limit") return { message: "The answer needed more steps than are allowed. Ask for less at once.", code: "step_limit", stage: "thinking", retryable: false, sql: null }
  if (finishReason === "error") return { message: "The answer could not be finished.", code: "internal", stage: "thinking", retryable: true, sql: null }
  return null
}

export const isOpen = ({ state }: { state: ToolEvent["state"] }) => state === "started" || state === "progress"

function textArgument(event: ToolEvent, name: string): string | null {
  const values = event.arguments
  if (typeof values !== "object" || values === null || !(name in values)) return null
  const value = (values as Record<string, unknown>)[name]
  return typeof value === "string" && value.trim() !== "" ? value : null
}
