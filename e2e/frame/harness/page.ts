import { compileArtifact, type CompiledArtifact } from "../../../frontend/lib/compile/compile"
import { FrameHost } from "../../../frontend/lib/sandbox/frame-host"
import { findIcons } from "../../../frontend/lib/sandbox/icon-source"
import type { Row } from "../../../frontend/lib/sandbox/protocol"
import type { FrameFailure } from "../../../frontend/lib/sandbox/watchdog"
import { compileUnchecked } from "./compile-unchecked"

export type RunOptions = { data?: Row[]; results?: Record<string, Row[]>; params?: Record<string, unknown>; isUnchecked?: boolean; untilMs?: number; theme?: "light" | "dark" }

export type Outcome = {
  /** Codes of the validator; empty when it let the code through (or was left out). */
  refused: string[]
  state: "refused" | "settled" | "failed"
  failure?: FrameFailure
  /** From the host's `render` to the final state, ms. */
  elapsedMs: number
  /** The longest time the host page did not get to run, ms. */
  maxGapMs: number
  eventErrors: string[]
  isEmpty: boolean
}

const box = document.getElementById("box") as HTMLElement
const template = `http://r-{id}.localhost:${location.port}`
let host: FrameHost | undefined

async function run(source: string, options: RunOptions = {}): Promise<Outcome> {
  let artifact: CompiledArtifact
  if (options.isUnchecked) artifact = compileUnchecked(source)
  else {
    const result = await compileArtifact(source)
    if (!result.ok) return { refused: result.diagnostics.map(({ code }) => code), state: "refused", elapsedMs: 0, maxGapMs: 0, eventErrors: [], isEmpty: false }
    artifact = result.artifact
  }
  const gaps = watchGaps()
  const outcome = await show(artifact, options)
  return { ...outcome, maxGapMs: gaps() }
}

function show(artifact: CompiledArtifact, { data = [], results = {}, params = {}, theme = "light" }: RunOptions): Promise<Outcome> {
  host?.dispose()
  return new Promise((resolve) => {
    const eventErrors: string[] = []
    let began = performance.now()
    let isEmpty = false
    const finish = (state: "settled" | "failed", failure?: FrameFailure) =>
      resolve({ refused: [], state, ...(failure && { failure }), elapsedMs: performance.now() - began, maxGapMs: 0, eventErrors, isEmpty })
    host = new FrameHost(box, template, {
      onRendering: () => (began = performance.now()),
      onShown: (empty) => (isEmpty = empty),
      onSettled: () => finish("settled"),
      onSlow: () => {},
      onFailed: (failure) => finish("failed", failure),
      onEventError: ({ message }) => eventErrors.push(message),
      onSize: () => {},
      onEvicted: () => {},
    })
    window.harness.lastFailure = undefined
    const declared = Object.fromEntries(Object.entries(artifact.params).map(([name, { default: value }]) => [name, value]))
    void findIcons(artifact.icons).then((icons) => host?.show({ code: artifact.code, styles: artifact.styles, icons, data, results, params: { ...declared, ...params }, theme }))
  })
}

/** Ticks every 20 ms and remembers the longest pause. */
function watchGaps(): () => number {
  let last = performance.now()
  let longest = 0
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }, 20)
  return () => {
    clearInterval(timer)
    return longest
  }
}

declare global {
  interface Window {
    harness: { run: typeof run; setProps: (props: { params?: Record<string, unknown>; data?: Row[] }) => void; dispose: () => void; lastFailure: FrameFailure | undefined }
  }
}

window.harness = {
  run,
  setProps: (props) => host?.setProps(props),
  dispose: () => host?.dispose(),
  lastFailure: undefined,
}
