import { compileArtifact, type CompiledArtifact } from "../../../frontend/lib/compile/compile"
import { FrameHost } from "../../../frontend/lib/sandbox/frame-host"
import { findIcons } from "../../../frontend/lib/sandbox/icon-source"
import { type ExportFrame, standalonePage } from "../../../frontend/lib/sandbox/standalone"
import type { Row } from "../../../frontend/lib/sandbox/protocol"
import { withDefaults } from "../../../frontend/lib/sandbox/with-defaults"
import type { FrameFailure } from "../../../frontend/lib/sandbox/watchdog"
import { compileUnchecked } from "./compile-unchecked"
import { tickMark } from "./host-work"

export type RunOptions = { data?: Row[]; results?: Record<string, Row[]>; params?: Record<string, unknown>; isUnchecked?: boolean; theme?: "light" | "dark"; stage?: number }

export type Outcome = {
  /** Codes of the validator; empty when it let the code through (or was left out). */
  refused: string[]
  state: "refused" | "settled" | "failed"
  failure?: FrameFailure
  /** From the host's call to the final state, ms. */
  elapsedMs: number
  /** From the call (compiling included) to the paint, ms; 0 when there was none. */
  shownMs: number
  eventErrors: string[]
  isEmpty: boolean
}

const template = `http://r-{id}.localhost:${location.port}`

/** One box with its frames; several run side by side. */
class Stage {
  readonly box = document.createElement("div")
  #host: FrameHost | undefined
  #finish: (state: "settled" | "failed", failure?: FrameFailure) => void = () => {}
  #later = Promise.withResolvers<FrameFailure>()
  #eventErrors: string[] = []
  #isEmpty = false
  #shownAt = 0

  constructor(name: string) {
    this.box.id = name
    this.box.style.cssText = "position:relative;width:640px;height:300px"
    document.body.append(this.box)
  }

  show(artifact: CompiledArtifact, began: number, { data = [], results = {}, params = {}, theme = "light" }: RunOptions): Promise<Outcome> {
    this.#host ??= this.#open()
    this.#later = Promise.withResolvers<FrameFailure>()
    this.#eventErrors = []
    this.#isEmpty = false
    this.#shownAt = 0
    return new Promise((resolve) => {
      this.#finish = (state, failure) => resolve({ refused: [], state, ...(failure && { failure }), elapsedMs: performance.now() - began, shownMs: this.#shownAt && this.#shownAt - began, eventErrors: this.#eventErrors, isEmpty: this.#isEmpty })
      void findIcons(artifact.icons).then((icons) => this.#host?.show({ code: artifact.code, styles: artifact.styles, icons, data, results, params: withDefaults(artifact.params, params), theme }))
    })
  }

  get host() {
    return this.#host
  }

  nextFailure(): Promise<FrameFailure> {
    return this.#later.promise
  }

  #open(): FrameHost {
    return new FrameHost(this.box, template, {
      onRendering: () => {},
      onShown: (isEmpty) => {
        this.#isEmpty = isEmpty
        this.#shownAt = performance.now()
      },
      onSettled: () => this.#finish("settled"),
      onSlow: () => {},
      onFailed: (failure) => {
        this.#finish("failed", failure)
        this.#later.resolve(failure)
      },
      onEventError: ({ message }) => this.#eventErrors.push(message),
      onSize: () => {},
      onEvicted: () => {},
    })
  }
}

const stages = [new Stage("box"), new Stage("box1")]
const stageOf = (options: RunOptions) => stages[options.stage ?? 0] as Stage

async function run(source: string, options: RunOptions = {}): Promise<Outcome> {
  const began = performance.now()
  if (options.isUnchecked) return stageOf(options).show(compileUnchecked(source), began, options)
  const result = await compileArtifact(source)
  if (!result.ok) return { refused: result.diagnostics.map(({ code }) => code), state: "refused", elapsedMs: 0, shownMs: 0, eventErrors: [], isEmpty: false }
  return stageOf(options).show(result.artifact, began, options)
}

/** The file that the product's export makes of a component; the frame's document is given, as the harness does not serve it. */
async function exported(source: string, frame: ExportFrame, { data = [], isUnchecked }: RunOptions): Promise<string> {
  const result = isUnchecked ? ({ ok: true, artifact: compileUnchecked(source) } as const) : await compileArtifact(source)
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  const { code, styles, icons } = result.artifact
  return standalonePage({ title: "Sales", note: `${String(data.length)} rows`, frame, render: { type: "render", code, styles, icons: await findIcons(icons), data, results: {}, params: {}, theme: "light" } })
}

/** One mark for each timer this page's main thread serves: see host-work.ts. */
setInterval(() => {
  performance.mark(tickMark)
  performance.clearMarks(tickMark)
}, 20)

const harness = { run, exported, setProps: (props: Parameters<FrameHost["setProps"]>[0]) => stages[0]?.host?.setProps(props), nextFailure: () => stages[0]?.nextFailure() }

declare global {
  interface Window {
    harness: typeof harness
  }
}

window.harness = harness
