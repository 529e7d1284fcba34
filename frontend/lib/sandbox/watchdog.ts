import type { FrameMessage } from "./protocol"

export type FrameFailureKind =
  /** The frame's program never answered: the server or the network, not the artifact. */
  | "boot"
  /** The lock does not hold in this browser; nothing was run. */
  | "unsafe"
  /** Claims of the frame: its module, a render, a time check failed. */
  | "load"
  | "render"
  | "loop"
  /** Decided here: not settled within the limit; silent after it had settled; renders without end. */
  | "timeout"
  | "hung"
  | "render-loop"
  /** Decided here: too many messages, a navigation, a frame inside the frame. */
  | "flood"
  | "navigated"
  | "nested"

export type FrameFailure = { kind: FrameFailureKind; message: string; line: number; column: number; sourceLine: number }

export type FrameState = "boot" | "ready" | "rendering" | "settled" | "failed"

export const limits = {
  bootMs: 10_000,
  settleMs: 5_000,
  slowMs: 1_500,
  hungMs: 3_000,
  renderingPingMs: 250,
  settledPingMs: 1_000,
  settledPongs: 3,
  settledCommitsPerSecond: 20,
  loopCommitsPerSecond: 60,
  loopMs: 5_000,
  messagesPerSecond: 200,
  /** A message to the page's window has no use once the port is open, and may carry any size unseen: it counts as this many. */
  windowMessageWeight: 10,
  /** A gap between two ticks longer than this means that the host slept too; no more of it is counted. */
  sleepMs: 1_000,
} as const

type Actions = {
  ping: (n: number) => void
  onReady: () => void
  onCommitted: (isEmpty: boolean) => void
  onSettled: () => void
  /** No answer for a while; it may still come. */
  onSlow: () => void
  onFailed: (failure: FrameFailure) => void
}

const failure = (kind: FrameFailureKind, message: string): FrameFailure => ({ kind, message, line: 0, column: 0, sourceLine: 0 })

/**
 * Judges one frame by the host's own clock and by what arrives or does not. `t` runs only while the frame can be seen, so a hidden
 * tab or a sleeping machine kills nothing. Pure: time comes in with every call.
 */
export class Watchdog {
  state: FrameState = "boot"
  #t = 0
  #lastTick: number | undefined
  #stateSince = 0
  #lastPing = -Infinity
  #lastPong = 0
  #nextPing = 1
  #expectedPong = 1
  #pongsSinceCommit = 0
  #isCommitted = false
  #isSlow = false
  #commits: { at: number; count: number } | undefined
  #commitRate = 0
  #loopSince: number | undefined
  #window = { start: 0, messages: 0 }

  constructor(readonly actions: Actions) {}

  /** Milliseconds the frame has been rendering, of visible time. */
  get renderingMs(): number {
    return this.#t - this.#stateSince
  }

  /** When to call {@link tick} again, in ms: every 250 ms, and at the very end of the time to settle. */
  get nextTickMs(): number {
    return this.state === "rendering" ? Math.min(limits.renderingPingMs, limits.settleMs - this.renderingMs) : limits.renderingPingMs
  }

  startRendering(): void {
    this.#enter("rendering")
    this.#lastPing = -Infinity
    this.#lastPong = this.#t
  }

  /** Call it after {@link nextTickMs}. `now` is a monotonic clock in ms. */
  tick(now: number, isVisible: boolean): void {
    const gap = now - (this.#lastTick ?? now)
    this.#lastTick = now
    if (isVisible) this.#t += Math.min(gap, limits.sleepMs)
    const elapsed = this.#t - this.#stateSince
    if (this.state === "boot" && elapsed >= limits.bootMs) this.fail("boot", "The view did not start.")
    if (this.state === "rendering") this.#tickRendering(elapsed, now)
    else if (this.state === "settled") this.#tickSettled(now)
  }

  /** A message that was read and found well-formed; `now` on the same clock as {@link tick}. */
  receive(message: FrameMessage, now: number): void {
    if (this.state === "failed") return
    switch (message.type) {
      case "ready":
        if (this.state !== "boot") return
        if (message.failures.length) return this.fail("unsafe", `This browser does not lock the view safely (${message.failures.join(", ")}).`)
        this.#enter("ready")
        return this.actions.onReady()
      case "committed":
        if (this.state !== "rendering" || this.#isCommitted) return
        this.#isCommitted = true
        this.#pongsSinceCommit = 0
        return this.actions.onCommitted(message.isEmpty)
      case "pong":
        return this.#pong(message.n, message.commits, now)
      case "error":
        if (message.kind === "event") return
        return this.#failWith({ kind: message.kind, message: message.message, line: message.line, column: message.column, sourceLine: message.sourceLine })
      case "size":
      case "picture":
        return
    }
  }

  /** Counts every message, well-formed or not. */
  countMessage(now: number, weight = 1): void {
    if (now - this.#window.start >= 1_000) this.#window = { start: now, messages: 0 }
    this.#window.messages += weight
    if (this.#window.messages > limits.messagesPerSecond) this.fail("flood", "The view sent too many messages.")
  }

  fail(kind: FrameFailureKind, message: string): void {
    this.#failWith(failure(kind, message))
  }

  #tickRendering(elapsed: number, now: number): void {
    if (elapsed >= limits.settleMs) {
      const isLoop = this.#isCommitted && this.#commitRate > limits.settledCommitsPerSecond
      return isLoop ? this.fail("render-loop", "The component renders again and again without end.") : this.fail("timeout", `The view was not drawn within ${limits.settleMs / 1_000} seconds.`)
    }
    this.#pingEvery(limits.renderingPingMs, now)
    if (!this.#isSlow && this.#t - this.#lastPong >= limits.slowMs) {
      this.#isSlow = true
      this.actions.onSlow()
    }
  }

  #tickSettled(now: number): void {
    this.#pingEvery(limits.settledPingMs, now)
    if (this.#t - this.#lastPong >= limits.hungMs) return this.fail("hung", "The view stopped answering.")
    if (this.#commitRate <= limits.loopCommitsPerSecond) this.#loopSince = undefined
    else if (now - (this.#loopSince ??= now) >= limits.loopMs) this.fail("render-loop", "The component renders again and again without end.")
  }

  /** One question at a time, by the wall: a view nobody sees may settle too, it only cannot fail by time. */
  #pingEvery(ms: number, now: number): void {
    if (now - this.#lastPing < ms || this.#expectedPong < this.#nextPing) return
    this.#lastPing = now
    this.actions.ping(this.#nextPing++)
  }

  #pong(n: number, commits: number, now: number): void {
    if (n !== this.#expectedPong || n >= this.#nextPing) return
    this.#expectedPong++
    this.#lastPong = this.#t
    if (this.#commits && now > this.#commits.at) this.#commitRate = ((commits - this.#commits.count) * 1_000) / (now - this.#commits.at)
    this.#commits = { at: now, count: commits }
    if (this.state !== "rendering" || !this.#isCommitted) return
    this.#pongsSinceCommit = this.#commitRate <= limits.settledCommitsPerSecond ? this.#pongsSinceCommit + 1 : 0
    if (this.#pongsSinceCommit < limits.settledPongs) return
    this.#enter("settled")
    this.actions.onSettled()
  }

  #enter(state: FrameState): void {
    this.state = state
    this.#stateSince = this.#t
  }

  #failWith(reason: FrameFailure): void {
    if (this.state === "failed") return
    this.#enter("failed")
    this.actions.onFailed(reason)
  }
}
