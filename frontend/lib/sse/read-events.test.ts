import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decodeEvents, type ServerEvent } from "./decode-events"
import { ConnectionLostError, readEvents, type EventSourcePort } from "./read-events"

const bytes = (text: string) => new TextEncoder().encode(text)

/** A body that delivers `chunks` and then ends, or breaks off with a network error. */
const bodyOf = (chunks: readonly Uint8Array[], isBroken = false) => {
  const rest = [...chunks]
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = rest.shift()
      if (next) controller.enqueue(next)
      else if (isBroken) controller.error(new TypeError("network error"))
      else controller.close()
    },
  })
}
const responseOf = (text: string, isBroken = false) => new Response(bodyOf([bytes(text)], isBroken))
const frame = (id: number, event: string, data = "{}") => `id: ${String(id)}\nevent: ${event}\ndata: ${data}\n\n`

const collect = async (events: AsyncIterable<ServerEvent>) => {
  const all: ServerEvent[] = []
  for await (const event of events) all.push(event)
  return all
}

describe("decodeEvents", () => {
  it("reads the same events from any split of the bytes", async () => {
    const text = `: keep-alive\n\n${frame(1, "run")}id: 2\r\nevent: text\r\ndata: {"delta":"Größe 📈"}\r\n\r\n${frame(3, "done")}`
    const expected = [
      { id: 1, event: "run", data: "{}" },
      { id: 2, event: "text", data: '{"delta":"Größe 📈"}' },
      { id: 3, event: "done", data: "{}" },
    ]
    const all = bytes(text)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(all.length), { maxLength: 12 }), async (cuts) => {
        const points = [0, ...cuts.sort((a, b) => a - b), all.length]
        const chunks = points.slice(1).map((end, index) => all.slice(points[index], end))
        expect(await collect(decodeEvents(bodyOf(chunks)))).toEqual(expected)
      }),
    )
  })

  it("drops an event that the end of the body cut off", async () => {
    expect(await collect(decodeEvents(bodyOf([bytes(`${frame(1, "run")}id: 2\ndata: half`)])))).toEqual([{ id: 1, event: "run", data: "{}" }])
  })

  it("cancels the body when the reader leaves", async () => {
    let cancelled = false
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(bytes(frame(1, "text"))),
      cancel: () => void (cancelled = true),
    })
    for await (const event of decodeEvents(endless)) if (event.id === 1) break
    expect(cancelled).toBe(true)
  })
})

describe("readEvents", () => {
  const source = (first: () => Promise<Response>, resumes: (() => Promise<Response>)[]) => {
    const asked: number[] = []
    const port: EventSourcePort = {
      open: first,
      resume: (lastEventId) => {
        asked.push(lastEventId)
        return resumes.shift()?.() ?? null
      },
      isLast: ({ event }) => event === "done",
      isRetryable: (error) => error instanceof TypeError,
    }
    return { port, asked }
  }
  const options = () => ({ signal: new AbortController().signal, wait: () => Promise.resolve() })
  const ids = (events: ServerEvent[]) => events.map(({ id }) => id)

  it("goes on after the last event it has when the connection breaks, and drops what it knows", async () => {
    const { port, asked } = source(
      () => Promise.resolve(responseOf(frame(1, "run") + frame(2, "text"), true)),
      [() => Promise.resolve(responseOf(frame(2, "text") + frame(3, "text"))), () => Promise.resolve(responseOf(frame(4, "done")))],
    )
    expect(ids(await collect(readEvents(port, options())))).toEqual([1, 2, 3, 4])
    expect(asked).toEqual([2, 3])
  })

  it("tells when it waits for the server and when it is back", async () => {
    const told: boolean[] = []
    const { port } = source(() => Promise.resolve(responseOf(frame(1, "run"), true)), [
      () => Promise.reject(new TypeError("refused")),
      () => Promise.resolve(responseOf(frame(2, "done"))),
    ])
    await collect(readEvents(port, { ...options(), onReconnecting: (is) => void told.push(is) }))
    expect(told).toEqual([true, false])
  })

  it("does not repeat a refused first request", async () => {
    const { port, asked } = source(() => Promise.reject(new TypeError("refused")), [])
    await expect(collect(readEvents(port, options()))).rejects.toThrow("refused")
    expect(asked).toEqual([])
  })

  it("gives up when waiting cannot heal the failure", async () => {
    const { port } = source(() => Promise.resolve(responseOf(frame(1, "run"))), [() => Promise.reject(new RangeError("gone"))])
    await expect(collect(readEvents(port, options()))).rejects.toThrow("gone")
  })

  it("gives up after the last delay", async () => {
    const refuse = () => Promise.reject<Response>(new TypeError("refused"))
    const { port, asked } = source(() => Promise.resolve(responseOf(frame(1, "run"))), [refuse, refuse, refuse])
    await expect(collect(readEvents(port, { ...options(), delaysMs: [1, 2] }))).rejects.toBeInstanceOf(ConnectionLostError)
    expect(asked).toEqual([1, 1])
  })

  it("ends with the signal's reason when aborted while it waits", async () => {
    const abort = new AbortController()
    const { port } = source(() => Promise.resolve(responseOf(frame(1, "run"))), [])
    const reading = collect(
      readEvents(port, {
        signal: abort.signal,
        wait: (_ms, signal) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener("abort", () => reject(signal.reason as Error))
            abort.abort(new Error("left"))
          }),
      }),
    )
    await expect(reading).rejects.toThrow("left")
  })
})
