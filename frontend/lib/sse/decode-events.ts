import { createParser } from "eventsource-parser"

/** One server-sent event. `id` is its number within the run, or null where the server gave none. */
export type ServerEvent = { id: number | null; event: string; data: string }

/** Characters one event may hold before the stream is given up: a server that never ends an event must not fill the tab's memory. */
export const MAX_EVENT_CHARS = 64 * 1024 * 1024

/** The stream cannot be read any further; a fresh connection would meet the same bytes. */
export class StreamFormatError extends Error {
  override name = "StreamFormatError"
}

/**
 * Decodes the bytes of a `text/event-stream` body, split anywhere, into events. An event cut off by the end of the body is
 * dropped, as the specification asks. Leaving the loop cancels the body.
 * @throws StreamFormatError an event is longer than `MAX_EVENT_CHARS`; whatever the body's reader throws.
 */
export async function* decodeEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent, void, undefined> {
  const decoded: ServerEvent[] = []
  let failure: StreamFormatError | null = null
  const parser = createParser({
    maxBufferSize: MAX_EVENT_CHARS,
    onEvent: ({ id, event, data }) => decoded.push({ id: numberOf(id), event: event ?? "message", data }),
    onError: ({ type }) => {
      if (type === "max-buffer-size-exceeded") failure = new StreamFormatError("An event of the stream is too long.")
    },
  })
  const text = new TextDecoder()
  const reader = body.getReader()
  let isDrained = false
  try {
    while (!isDrained) {
      const chunk = await reader.read()
      isDrained = chunk.done
      parser.feed(text.decode(chunk.value, { stream: !isDrained }))
      yield* decoded.splice(0)
      if (failure) throw failure as StreamFormatError
    }
  } finally {
    if (!isDrained) await reader.cancel().catch(ignoreBrokenBody)
    reader.releaseLock()
  }
}

const numberOf = (id: string | undefined) => (id !== undefined && /^\d{1,15}$/.test(id) ? Number(id) : null)

/** Cancelling a body whose connection already failed rejects with that failure, which the reader has reported. */
function ignoreBrokenBody() {
  return undefined
}
