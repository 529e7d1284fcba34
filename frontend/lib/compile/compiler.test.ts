import { expect, it } from "vitest"

import { type CompileWorker, Compiler } from "./compiler"
import { compileSource } from "./compile"
import type { CompileRequest } from "./protocol"

/** A worker that answers when told to, and timers that fire when told to. */
function bench() {
  const workers: (CompileWorker & { requests: CompileRequest[]; isTerminated: boolean; warm: () => void; answer: () => void })[] = []
  const timers: (() => void)[] = []
  const limits: number[] = []
  const createWorker = () => {
    const worker = {
      requests: [] as CompileRequest[],
      isTerminated: false,
      onmessage: null as CompileWorker["onmessage"],
      onerror: null,
      postMessage: (request: CompileRequest) => void worker.requests.push(request),
      terminate: () => void (worker.isTerminated = true),
      warm: () => worker.onmessage?.({ data: { isReady: true } } as MessageEvent),
      answer: () => {
        const { id = 0, source = "" } = worker.requests.at(-1) ?? {}
        worker.onmessage?.({ data: { id, result: compileSource(source) } } as MessageEvent)
      },
    }
    workers.push(worker)
    return worker
  }
  const compiler = new Compiler({ createWorker, timeoutMs: 4, bootTimeoutMs: 30, schedule: (task, ms) => (limits.push(ms), timers.push(task), () => void timers.splice(timers.indexOf(task), 1)) })
  return { compiler, workers, timers, limits }
}

const good = (text: string) => `export default function Viz() { return <p>${text}</p> }`

it("compiles one source at a time and drops those a newer one replaced", async () => {
  const { compiler, workers } = bench()

  const first = compiler.compile(good("one"))
  const second = compiler.compile(good("two"))
  const third = compiler.compile(good("three"))
  workers[0]?.answer()
  await first
  workers[0]?.answer()

  expect(await second).toBeUndefined()
  expect((await third)?.ok).toBe(true)
  expect(workers[0]?.requests.map(({ source }) => source)).toEqual([good("one"), good("three")])
})

it("ends a worker that takes too long and goes on with a new one", async () => {
  const { compiler, workers, timers } = bench()

  const slow = compiler.compile(good("slow"))
  timers[0]?.()

  expect((await slow) as unknown).toMatchObject({ ok: false, diagnostics: [{ code: "validation_timeout" }] })
  expect(workers[0]?.isTerminated).toBe(true)
  const next = compiler.compile(good("next"))
  workers[1]?.answer()
  expect((await next)?.ok).toBe(true)
})

it("counts the time of a source from the moment its worker is warm", async () => {
  const { compiler, workers, timers, limits } = bench()

  const first = compiler.compile(good("first"))
  workers[0]?.warm()
  workers[0]?.answer()
  await first
  void compiler.compile(good("second"))

  expect(limits).toEqual([30, 4, 4])
  expect(timers).toHaveLength(1)
})
