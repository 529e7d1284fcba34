import type { CompileResult } from "./compile"
import type { CompileReply, CompileRequest } from "./protocol"

/** The part of a `Worker` the compiler uses; a test passes its own. */
export type CompileWorker = {
  postMessage: (request: CompileRequest) => void
  onmessage: ((event: MessageEvent<CompileReply>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  terminate: () => void
}

export type CompilerOptions = { createWorker?: () => CompileWorker; timeoutMs?: number; schedule?: (task: () => void, ms: number) => () => void }

const openWorker = (): CompileWorker => new Worker(new URL("./compile.worker.ts", import.meta.url), { type: "module" }) as unknown as CompileWorker

const afterTimeout = (task: () => void, ms: number) => {
  const timer = setTimeout(task, ms)
  return () => clearTimeout(timer)
}

const failed = (code: "validation_timeout" | "internal_error", message: string): CompileResult => ({ ok: false, diagnostics: [{ code, message, line: 1, column: 1, hint: "Make the code shorter and simpler." }] })

/**
 * Checks and compiles in a worker, one source at a time. A newer source replaces one that still waits (its promise resolves to
 * undefined). A source that takes longer than `timeoutMs` ends its worker; the next one gets a new worker. Never rejects.
 */
export class Compiler {
  #worker: CompileWorker | undefined
  #running: { id: number; settle: (result: CompileResult) => void } | undefined
  #waiting: { source: string; resolve: (result: CompileResult | undefined) => void } | undefined
  #nextId = 1
  readonly #createWorker: () => CompileWorker
  readonly #timeoutMs: number
  readonly #schedule: NonNullable<CompilerOptions["schedule"]>

  constructor({ createWorker = openWorker, timeoutMs = 4_000, schedule = afterTimeout }: CompilerOptions = {}) {
    this.#createWorker = createWorker
    this.#timeoutMs = timeoutMs
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
    const cancelTimer = this.#schedule(() => this.#abandon("validation_timeout", "Checking the code took too long."), this.#timeoutMs)
    this.#running = {
      id,
      settle: (result) => {
        cancelTimer()
        this.#running = undefined
        resolve(result)
        this.#pump()
      },
    }
    this.warm()
    this.#worker?.postMessage({ id, source })
  }

  #open(): CompileWorker {
    const worker = this.#createWorker()
    worker.onmessage = ({ data }) => {
      if (this.#running?.id === data.id) this.#running.settle(data.result)
    }
    worker.onerror = () => this.#abandon("internal_error", "The code checker stopped.")
    return worker
  }

  #abandon(code: "validation_timeout" | "internal_error", message: string): void {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#running?.settle(failed(code, message))
  }
}
