import { RECONNECT_DELAYS_MS, sleep } from "./backoff"
import { decodeEvents, StreamFormatError, type ServerEvent } from "./decode-events"

/** How to open a stream, and how to go on with it after its connection was lost. */
export type EventSourcePort = {
  /** The first connection. Rejects for a refused request; such a failure is never retried here. */
  open: (signal: AbortSignal) => Promise<Response>
  /** Goes on after the event `lastEventId` (0: from the start). Null while nothing is known to go on with. */
  resume: (lastEventId: number, signal: AbortSignal) => Promise<Response> | null
  /** True for the event after which the server closes the stream on purpose. */
  isLast: (event: ServerEvent) => boolean
  /** False for a failure of `resume` that waiting cannot heal. */
  isRetryable: (error: unknown) => boolean
}

export type ReadEventsOptions = {
  signal: AbortSignal
  /** Number of the last event already known; greater than 0 only when `open` resumes too. */
  lastEventId?: number
  /** Called when the connection is lost (true) and when events arrive again (false). */
  onReconnecting?: (isReconnecting: boolean) => void
  /** Delays between attempts, in milliseconds; an attempt that yields an event starts the list anew. */
  delaysMs?: readonly number[]
  wait?: (ms: number, signal: AbortSignal) => Promise<void>
}

/** The connection was lost and could not be made again. */
export class ConnectionLostError extends Error {
  override name = "ConnectionLostError"
}

/**
 * Yields every event of a run once and in order, over as many connections as it takes, and returns after the last one.
 * @throws whatever `open` rejects with; ConnectionLostError when reconnecting gave out; the signal's reason when aborted.
 */
export async function* readEvents(source: EventSourcePort, options: ReadEventsOptions): AsyncGenerator<ServerEvent, void, undefined> {
  const { signal, onReconnecting, delaysMs = RECONNECT_DELAYS_MS, wait = sleep } = options
  let lastEventId = options.lastEventId ?? 0
  let failures = 0
  let response = await source.open(signal)

  for (;;) {
    try {
      for await (const event of decodeEvents(bodyOf(response))) {
        signal.throwIfAborted()
        if (failures > 0) onReconnecting?.(false)
        failures = 0
        if (event.id !== null) {
          if (event.id <= lastEventId) continue // replayed although we have it
          lastEventId = event.id
        }
        yield event
        if (source.isLast(event)) return
      }
    } catch (error) {
      if (signal.aborted || error instanceof StreamFormatError) throw error
    }
    response = await reconnect()
  }

  async function reconnect(): Promise<Response> {
    for (;;) {
      const delayMs = delaysMs[failures]
      if (delayMs === undefined) throw new ConnectionLostError("The connection to the server was lost.")
      if (failures === 0) onReconnecting?.(true)
      failures += 1
      await wait(delayMs, signal)
      const attempt = source.resume(lastEventId, signal)
      if (!attempt) throw new ConnectionLostError("The connection was lost before the answer began.")
      try {
        return await attempt
      } catch (error) {
        if (signal.aborted || !source.isRetryable(error)) throw error
      }
    }
  }
}

function bodyOf(response: Response): ReadableStream<Uint8Array> {
  if (!response.body) throw new StreamFormatError("The answer has no body.")
  return response.body
}
