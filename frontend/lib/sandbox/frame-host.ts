import { SandboxFrame } from "./frame"
import { admitFrame, type LiveEntry } from "./live-frames"
import type { FrameMessage, RenderMessage, Row, Theme } from "./protocol"
import type { FrameFailure } from "./watchdog"

export type FrameInput = Omit<RenderMessage, "type">

export type FrameHostListener = {
  /** A run began; `isRestart` when the first frame did not start and another is tried. */
  onRendering: (isRestart: boolean) => void
  /** The new view has painted and is shown. */
  onShown: (isEmpty: boolean) => void
  onSettled: () => void
  onSlow: () => void
  /** The run failed. `hasOlder`: the version before it is still there behind the panel. */
  onFailed: (failure: FrameFailure, hasOlder: boolean) => void
  onEventError: (error: Extract<FrameMessage, { type: "error" }>) => void
  onSize: (height: number) => void
  /** Another preview needed the process; show a way to run again. */
  onEvicted: () => void
}

type Slot = { frame: SandboxFrame; entry: LiveEntry; release: () => void }

/**
 * Shows artifacts in one container: the current frame, the next one while it draws, and a spare that boots and warms up ahead of
 * need. A new version runs in the spare and takes the place of the old one when it has painted; a failed one leaves it.
 */
export class FrameHost {
  #current: Slot | undefined
  #next: Slot | undefined
  #spare: Slot | undefined
  #input: FrameInput | undefined
  #hasRestarted = false
  #isDisposed = false

  constructor(
    readonly container: HTMLElement,
    readonly originTemplate: string,
    readonly listener: FrameHostListener,
  ) {}

  /** Boots the spare frame ahead of the first artifact. */
  warm(): void {
    if (!this.#isDisposed && !this.#spare) this.#spare = this.#open("spare")
  }

  /** Runs an artifact. The one shown stays until this one has painted. */
  show(input: FrameInput): void {
    this.#hasRestarted = false
    this.#run(input, false)
  }

  setProps(props: { data?: Row[]; results?: Record<string, Row[]>; params?: Record<string, unknown> }): void {
    if (this.#input) this.#input = { ...this.#input, ...props }
    this.#current?.frame.setProps(props)
    if (this.#next && this.#next.frame.state !== "boot") this.#next.frame.setProps(props)
  }

  setTheme(theme: Theme): void {
    if (this.#input) this.#input = { ...this.#input, theme }
    for (const slot of [this.#current, this.#next]) slot?.frame.setTheme(theme)
  }

  /** The view that is shown, as a PNG; undefined when none is. @throws Error with a sentence for the user */
  async takePicture(): Promise<Blob | undefined> {
    return this.#current?.frame.takePicture()
  }

  dispose(): void {
    this.#isDisposed = true
    for (const slot of [this.#current, this.#next, this.#spare]) this.#close(slot)
    this.#current = this.#next = this.#spare = undefined
  }

  #run(input: FrameInput, isRestart: boolean): void {
    this.#close(this.#next)
    this.#input = input
    const slot = this.#spare ?? this.#open("shown")
    this.#spare = undefined
    this.#next = slot
    slot.entry.rank = "shown"
    this.listener.onRendering(isRestart)
    const start = () => {
      if (this.#input) slot.frame.render({ type: "render", ...this.#input })
    }
    slot.frame.listen({
      onReady: start,
      onCommitted: (isEmpty) => {
        this.#promote(slot)
        this.listener.onShown(isEmpty)
      },
      onSettled: () => {
        this.listener.onSettled()
        this.warm()
      },
      onSlow: () => this.listener.onSlow(),
      onFailed: (failure) => this.#failed(slot, failure),
      onEventError: (error) => this.listener.onEventError(error),
      onSize: (height) => this.listener.onSize(height),
    })
    if (slot.frame.state === "ready") start()
  }

  #promote(slot: Slot): void {
    if (this.#next !== slot) return
    this.#close(this.#current)
    this.#current = slot
    this.#next = undefined
    slot.frame.reveal(true)
  }

  #failed(slot: Slot, failure: FrameFailure): void {
    slot.release()
    const wasCurrent = this.#current === slot
    if (this.#next === slot) this.#next = undefined
    if (wasCurrent) this.#current = undefined
    if (failure.kind === "boot" && !this.#hasRestarted && this.#input) {
      this.#hasRestarted = true
      return this.#run(this.#input, true)
    }
    this.listener.onFailed(failure, this.#current !== undefined)
    if (failure.kind !== "boot") this.warm() // a spare would not start either, and be in the way of the next try
  }

  #open(rank: "spare" | "shown"): Slot {
    const entry: LiveEntry = { rank, give: () => this.#evict(slot) }
    const release = admitFrame(entry)
    const slot: Slot = { frame: new SandboxFrame(this.container, this.originTemplate), entry, release }
    // A spare that fails to boot is forgotten; the run that needs one opens its own and reports.
    slot.frame.listen({
      onFailed: () => {
        release()
        if (this.#spare === slot) this.#spare = undefined
      },
    })
    return slot
  }

  #evict(slot: Slot): void {
    slot.frame.destroy()
    if (this.#spare === slot) this.#spare = undefined
    else if (this.#current === slot || this.#next === slot) {
      if (this.#current === slot) this.#current = undefined
      else this.#next = undefined
      this.listener.onEvicted()
    }
  }

  #close(slot: Slot | undefined): void {
    slot?.release()
    slot?.frame.destroy()
  }
}
