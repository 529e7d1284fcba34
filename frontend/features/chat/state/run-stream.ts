import { ApiError } from "@/lib/api"
import { type ChatEvent } from "@/lib/contracts/events.gen"
import { isComponent, MarkdownSegments } from "@/lib/parser"
import { ConnectionLostError, readEvents, StreamFormatError } from "@/lib/sse"
import { type AssistantMessage, type TurnError } from "./chat-types"
import { parseEvent } from "./parse-event"
import { type ArtifactPort, type ChatApi } from "./ports"
import { reduceRun } from "./reduce-run"

export type RunStreamPorts = {
  api: Pick<ChatApi, "followRun">
  /** Null for a replay that only rebuilds the turn. */
  artifact: ArtifactPort | null
  schedule: (flush: () => void) => void
  wait?: (ms: number, signal: AbortSignal) => Promise<void>
  onReconnecting?: (isReconnecting: boolean) => void
  /** The answer after some more events. */
  onAnswer: (answer: AssistantMessage, events: readonly ChatEvent[]) => void
}

/**
 * Reads a run to its end and hands on the growing answer, in batches. Resolves once the last event was handed on.
 * @param open the first connection: the question itself, or a run to go on with
 * @throws what stopped the reading; events read until then were handed on.
 */
export async function readRun(
  open: (signal: AbortSignal) => Promise<Response>,
  from: AssistantMessage,
  question: string,
  ports: RunStreamPorts,
  signal: AbortSignal,
): Promise<void> {
  let answer = from
  let isScheduled = false
  let waiting: { event: ChatEvent; id: number }[] = []
  let code = createCodeTracker()

  const flush = () => {
    isScheduled = false
    if (waiting.length === 0 || signal.aborted) return
    const batch = waiting
    waiting = []
    for (const { event, id } of batch) {
      answer = reduceRun(answer, event, id)
      if (event.type === "run") {
        code = createCodeTracker()
        ports.artifact?.beginRun(event.runId, question)
      }
      if (answer.runId === null) continue
      if (event.type === "artifact" || event.type === "done") tellCode()
      ports.artifact?.applyEvent(answer.runId, event)
      if (event.type === "text") code.append(event.delta)
    }
    tellCode()
    ports.onAnswer(answer, batch.map(({ event }) => event))
  }

  const tellCode = () => {
    const block = code.takeChange()
    if (block && answer.runId !== null) ports.artifact?.streamCode(answer.runId, block.code, block.isComplete)
  }

  const source = {
    open,
    resume: (lastEventId: number, abort: AbortSignal) => (answer.runId === null ? null : ports.api.followRun(answer.runId, lastEventId, abort)),
    isLast: ({ event }: { event: string }) => event === "done",
    isRetryable: (error: unknown) => !(error instanceof ApiError) || error.retryable,
  }
  try {
    const options = { signal, lastEventId: from.lastEventId, onReconnecting: ports.onReconnecting, ...(ports.wait && { wait: ports.wait }) }
    for await (const received of readEvents(source, options)) {
      const event = parseEvent(received)
      if (!event) continue
      waiting.push({ event, id: received.id ?? answer.lastEventId + waiting.length + 1 })
      if (event.type === "run" && answer.runId === null) flush() // its id is needed to reconnect and to stop
      else if (!isScheduled) {
        isScheduled = true
        ports.schedule(flush)
      }
    }
  } finally {
    flush()
  }
}

/** The last component of the text so far, handed out when it has changed. */
function createCodeTracker() {
  const text = new MarkdownSegments()
  let told = ""
  return {
    append: (delta: string) => text.append(delta),
    takeChange: () => {
      const block = text.blocks.findLast(isComponent)
      const state = block ? `${String(block.isComplete)}:${block.code}` : ""
      if (!block || state === told) return null
      told = state
      return block
    },
  }
}

/** What to say in the turn of a failure that came as an exception. */
export function turnErrorOf(error: unknown): TurnError {
  const base = { stage: "connection", sql: null }
  if (error instanceof ApiError) return { ...base, message: error.message, code: error.code, retryable: error.retryable }
  if (error instanceof StreamFormatError) return { ...base, message: error.message, code: "connection_lost", retryable: true }
  if (error instanceof ConnectionLostError) return { ...base, message: "The connection to the server was lost. The answer may be complete there: reload to see it.", code: "connection_lost", retryable: true }
  return { ...base, message: "The server did not answer. Check that it is running and try again.", code: "connection_lost", retryable: true }
}
