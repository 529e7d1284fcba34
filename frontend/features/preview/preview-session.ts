import type { CompiledArtifact, CompileResult } from "@/lib/compile/compile"
import type { ParamDeclarations } from "@/lib/security/codeValidator"
import type { FrameHost, FrameHostListener } from "@/lib/sandbox/frame-host"
import type { IconData, Row, Theme } from "@/lib/sandbox/protocol"
import { withDefaults } from "@/lib/sandbox/with-defaults"

import { problemOfDiagnostics, problemOfFailure } from "./problem"
import type { PreviewStatus } from "./status"

export type SessionPorts = {
  compile: (source: string) => Promise<CompileResult | undefined>
  findIcons: (names: string[] | "all") => Promise<Record<string, IconData>>
  openHost: (listener: FrameHostListener) => Pick<FrameHost, "show" | "setProps" | "setTheme" | "takePicture" | "warm" | "dispose">
  onStatus: (status: PreviewStatus) => void
  onParams: (params: ParamDeclarations) => void
  onNotice: (message: string) => void
}

type Input = { data: Row[]; results: Record<string, Row[]>; paramValues: Record<string, unknown>; theme: Theme }

/** A piece of code that timed out this often is not run again by itself. */
const maxTimeouts = 2

/**
 * One preview: takes code as it streams and data as it changes, compiles, and drives the frames. What was shown stays until the next
 * version has painted. Param values and rows go to the running frame; they start nothing and load nothing.
 */
export class PreviewSession {
  #source = ""
  #isStreaming = false
  #compiled: { source: string; artifact: CompiledArtifact } | undefined
  #input: Input
  #failed = false
  #isDisposed = false
  #run = 0
  readonly #timeouts = new Map<string, number>()
  readonly #host: ReturnType<SessionPorts["openHost"]>

  constructor(
    readonly ports: SessionPorts,
    input: Input,
  ) {
    this.#input = input
    this.#host = ports.openHost({
      onRendering: () => this.#publish({ state: "working", isSlow: false }),
      onShown: (isEmpty) => this.#publish({ state: "shown", isEmpty, isSettled: false }),
      onSettled: () => this.#settled(),
      onSlow: () => this.#publish({ state: "working", isSlow: true }),
      onFailed: (failure, hasOlder) => {
        if (!this.#compiled) return
        const { source, artifact } = this.#compiled
        if (failure.kind === "timeout" || failure.kind === "hung") this.#timeouts.set(source, (this.#timeouts.get(source) ?? 0) + 1)
        this.#failed = true
        this.#publish({ state: "failed", problem: problemOfFailure(source, artifact, failure), hasOlder })
      },
      onEventError: ({ message }) => ports.onNotice(message),
      onSize: () => {},
      onEvicted: () => this.#publish({ state: "asleep" }),
    })
    this.#host.warm()
  }

  #status: PreviewStatus = { state: "empty" }

  /** `isStreaming`: more is to come, so what does not parse yet is no error. */
  setCode(source: string, isStreaming: boolean): void {
    const isSame = source === this.#source && isStreaming === this.#isStreaming
    this.#source = source
    this.#isStreaming = isStreaming
    if (!isSame && source.trim() !== "") void this.#compile(source)
  }

  setData(data: Row[], results: Record<string, Row[]>): void {
    this.#input = { ...this.#input, data, results }
    if (this.#failed && this.#compiled) return void this.runAgain(false)
    this.#host.setProps({ data, results })
  }

  setParamValues(paramValues: Record<string, unknown>): void {
    this.#input = { ...this.#input, paramValues }
    this.#host.setProps({ params: this.#params() })
  }

  setTheme(theme: Theme): void {
    this.#input = { ...this.#input, theme }
    this.#host.setTheme(theme)
  }

  /** Runs the last compiled code in a new frame. `isAsked`: by a person, who may insist where repetition would stop. */
  runAgain(isAsked = true): void {
    if (!this.#compiled) return
    if (isAsked) this.#timeouts.delete(this.#compiled.source)
    void this.#show(this.#compiled.source, this.#compiled.artifact)
  }

  /** The view that is shown, as a PNG; undefined when none is. @throws Error with a sentence for the user */
  async takePicture(): Promise<Blob | undefined> {
    return this.#host.takePicture()
  }

  dispose(): void {
    this.#isDisposed = true
    this.#host.dispose()
  }

  async #compile(source: string): Promise<void> {
    if (this.#compiled?.source === source && !this.#failed) {
      if (this.#status.state === "failed") this.#publish({ state: "shown", isEmpty: false, isSettled: true })
      return
    }
    if (!this.#isStreaming && this.#status.state !== "shown") this.#publish({ state: "working", isSlow: false })
    const result = await this.ports.compile(source)
    if (!result || this.#isDisposed || source !== this.#source) return
    if (result.ok) {
      this.ports.onParams(result.artifact.params)
      if (this.#compiled?.source !== source || this.#failed) await this.#show(source, result.artifact)
      return
    }
    if (result.params) this.ports.onParams(result.params)
    if (this.#isStreaming) return
    this.#publish({ state: "failed", problem: problemOfDiagnostics(source, result.diagnostics), hasOlder: this.#compiled !== undefined && !this.#failed })
  }

  async #show(source: string, artifact: CompiledArtifact): Promise<void> {
    this.#compiled = { source, artifact }
    if ((this.#timeouts.get(source) ?? 0) >= maxTimeouts) return
    this.#failed = false
    const run = ++this.#run
    const icons = await this.ports.findIcons(artifact.icons).catch(() => ({}))
    if (this.#isDisposed || run !== this.#run) return
    const { data, results, theme } = this.#input
    this.#host.show({ code: artifact.code, styles: artifact.styles, icons, data, results, params: this.#params(), theme })
  }

  #params(): Record<string, unknown> {
    return withDefaults(this.#compiled?.artifact.params ?? {}, this.#input.paramValues)
  }

  #settled(): void {
    if (this.#status.state === "shown") this.#publish({ ...this.#status, isSettled: true })
  }

  #publish(status: PreviewStatus): void {
    if (this.#isDisposed) return
    this.#status = status
    this.ports.onStatus(status)
  }
}
