import type { CompileResult } from "./compile"
import type { CompileReply, CompileRequest, CompilerReady } from "./protocol"

/** The part of a `Worker` the compiler uses; a test passes its own. */
export type CompileWorker = {
  postMessage: (request: CompileRequest) => void
  onmessage: ((event: MessageEvent<CompileReply | CompilerReady>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  terminate: () => void
}

export type CompilerOptions = {
  createWorker?: () => CompileWorker
  /** For one source, in a warm worker. */
  timeoutMs?: number
  /** For the worker to load and warm up, the first source included. */
  bootTimeoutMs?: number
  schedule?: (task: () => void, ms: number) => () => void
}

const openWorker = (): CompileWorker => new Worker(new URL("./compile.worker.ts", import.meta.url), { type: "module" }) as unknown as CompileWorker

const afterTimeout = (task: () => void, ms: number) => {
  const timer = setTimeout(task, ms)
  return () => clearTimeout(timer)
}

const failed = (code: "validation_timeout" | "internal_error", message: string): CompileResult => ({ ok: false, diagnostics: [{ code, message, line: 1, column: 1, hint: "Make the code shorter and simpler." }] })

/**
 * Checks and compiles in a worker, one source at a time. A newer source replaces one that still waits (its promise resolves to
 * undefined). A source that takes longer than `timeoutMs` in a warm worker ends it; the next one gets a new worker. Never rejects.
 */
export class Compiler {
  #worker: CompileWorker | undefined
  #running: { id: number; settle: (result: CompileResult) => void } | undefined
  #waiting: { source: string; resolve: (result: CompileResult | undefined) => void } | undefined
  #nextId = 1
  #isWarm = false
  #cancelTimer: () => void = () => undefined
  readonly #createWorker: () => CompileWorker
  readonly #timeoutMs: number
  readonly #bootTimeoutMs: number
  readonly #schedule: NonNullable<CompilerOptions["schedule"]>

  constructor({ createWorker = openWorker, timeoutMs = 4_000, bootTimeoutMs = 30_000, schedule = afterTimeout }: CompilerOptions = {}) {
    this.#createWorker = createWorker
    this.#timeoutMs = timeoutMs
    this.#bootTimeoutMs = bootTimeoutMs
    this.#schedule = schedule
  }

  /** Starts the worker and so warms its code, before the first source is there. */
  warm(): void {
    this.#worker ??= this.#open()
  }

  compile(source: string): Promise<CompileResult | undefined> {
    return new Promise((resolve) => {
      this.#waiting?.resolve(undefined)
      this.#waiting = { source, resolve }
      this.#pump()
    })
  }

  dispose(): void {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#waiting?.resolve(undefined)
    this.#waiting = undefined
  }

  #pump(): void {
    if (this.#running || !this.#waiting) return
    const { source, resolve } = this.#waiting
    this.#waiting = undefined
    const id = this.#nextId++
    this.#running = {
      id,
      settle: (result) => {
        this.#cancelTimer()
        this.#running = undefined
        resolve(result)
        this.#pump()
      },
    }
    this.warm()
    this.#watch()
    this.#worker?.postMessage({ id, source })
  }

  /** Begins the running source's time limit anew. */
  #watch(): void {
    this.#cancelTimer()
    if (this.#running) this.#cancelTimer = this.#schedule(() => this.#abandon("validation_timeout", "Checking the code took too long."), this.#isWarm ? this.#timeoutMs : this.#bootTimeoutMs)
  }

  #open(): CompileWorker {
    const worker = this.#createWorker()
    worker.onmessage = ({ data }) => {
      if ("isReady" in data) {
        this.#isWarm = true
        this.#watch()
      } else if (this.#running?.id === data.id) this.#running.settle(data.result)
    }
    worker.onerror = () => this.#abandon("internal_error", "The code checker stopped.")
    return worker
  }

  #abandon(code: "validation_timeout" | "internal_error", message: string): void {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#isWarm = false
    this.#running?.settle(failed(code, message))
  }
}
