import { beforeEach, describe, expect, it } from "vitest"

import type { FrameMessage } from "./protocol"
import { type FrameFailure, limits, Watchdog } from "./watchdog"

const step = 250
let events: string[]
let failures: FrameFailure[]
let now: number
let commits: number
let isAnswering: boolean
let pending: number[]
let watchdog: Watchdog

beforeEach(() => {
  events = []
  failures = []
  now = 0
  commits = 0
  isAnswering = true
  pending = []
  watchdog = new Watchdog({
    ping: (n) => void pending.push(n),
    onReady: () => events.push("ready"),
    onCommitted: () => events.push("committed"),
    onSettled: () => events.push("settled"),
    onSlow: () => events.push("slow"),
    onFailed: (failure) => failures.push(failure),
  })
  watchdog.tick(now, true)
})

const receive = (message: FrameMessage) => watchdog.receive(message, now)

/** Lets `ms` pass in ticks; pings are answered at once while the frame answers, with `commitsPerStep` more commits each time. */
function pass(ms: number, { isVisible = true, commitsPerStep = 0 } = {}) {
  for (const end = now + ms; now < end; ) {
    now += step
    commits += commitsPerStep
    watchdog.tick(now, isVisible)
    if (!isAnswering) continue
    for (const n of pending.splice(0)) receive({ type: "pong", n, commits })
  }
}

function render() {
  receive({ type: "ready", failures: [] })
  watchdog.startRendering()
}

function settle() {
  render()
  receive({ type: "committed", isEmpty: false })
  pass(1_500)
}

const kinds = () => failures.map(({ kind }) => kind)

describe("booting", () => {
  it("fails after ten seconds without an answer", () => {
    pass(limits.bootMs - step)
    expect(kinds()).toEqual([])

    pass(step)
    expect(kinds()).toEqual(["boot"])
  })

  it("refuses a browser in which the lock does not hold", () => {
    receive({ type: "ready", failures: ["eval-closed"] })

    expect(kinds()).toEqual(["unsafe"])
    expect(events).toEqual([])
  })
})

describe("rendering", () => {
  it("settles after a commit and three answers", () => {
    settle()

    expect(events).toEqual(["ready", "committed", "settled"])
    expect(kinds()).toEqual([])
  })

  it("ends what has not settled after five seconds, a silent frame too", () => {
    isAnswering = false
    render()
    pass(limits.settleMs - step)
    expect([kinds(), events]).toEqual([[], ["ready", "slow"]])

    pass(step)
    expect(kinds()).toEqual(["timeout"])
  })

  it.each([0, 1, 100, 249])("ends at the limit and not later, begun %i ms after a tick", (phase) => {
    isAnswering = false
    receive({ type: "ready", failures: [] })
    now += phase
    watchdog.tick(now, true)
    watchdog.startRendering()
    const began = now
    let ticks = 0
    while (watchdog.state === "rendering") {
      now += watchdog.nextTickMs
      ticks++
      watchdog.tick(now, true)
    }

    expect([now - began, ticks, kinds()]).toEqual([limits.settleMs, limits.settleMs / limits.renderingPingMs, ["timeout"]])
  })

  it("counts a second of a host that was busy for longer", () => {
    isAnswering = false
    render()
    for (let n = 0; n < 5; n++) watchdog.tick((now += 1_400), true)

    expect(kinds()).toEqual(["timeout"])
  })

  it("calls endless rendering by its name", () => {
    render()
    receive({ type: "committed", isEmpty: false })
    pass(limits.settleMs, { commitsPerStep: 50 })

    expect(kinds()).toEqual(["render-loop"])
  })

  it("takes an error as the end", () => {
    render()
    receive({ type: "error", kind: "render", message: "x", line: 3, column: 1, sourceLine: 0 })

    expect(failures).toEqual([{ kind: "render", message: "x", line: 3, column: 1, sourceLine: 0 }])
    expect(watchdog.state).toBe("failed")
  })

  it("does not count the time in which nobody could see it", () => {
    isAnswering = false
    render()
    pass(60_000, { isVisible: false })
    expect(kinds()).toEqual([])

    pass(limits.settleMs)
    expect(kinds()).toEqual(["timeout"])
  })

  it("lets a view settle that nobody sees", () => {
    render()
    receive({ type: "committed", isEmpty: false })
    pass(1_500, { isVisible: false })

    expect(events).toContain("settled")
  })

  it("does not count the time the host slept", () => {
    isAnswering = false
    render()
    now += 3_600_000
    watchdog.tick(now, true)
    expect(kinds()).toEqual([])
  })

  it("ignores answers to questions that were not asked", () => {
    render()
    receive({ type: "committed", isEmpty: false })
    for (let n = 1; n < 50; n++) receive({ type: "pong", n: n + 100, commits: 0 })

    expect(events).not.toContain("settled")
  })
})

describe("later", () => {
  it("ends a frame that stops answering", () => {
    settle()
    isAnswering = false
    pass(limits.hungMs + limits.settledPingMs)

    expect(kinds()).toEqual(["hung"])
  })

  it("ends a frame that renders without end for five seconds, and bears a shorter burst", () => {
    settle()
    pass(3_000, { commitsPerStep: 40 })
    pass(3_000)
    expect(kinds()).toEqual([])

    pass(8_000, { commitsPerStep: 40 })
    expect(kinds()).toEqual(["render-loop"])
  })

  it("bears errors of handlers", () => {
    settle()
    receive({ type: "error", kind: "event", message: "x", line: 0, column: 0, sourceLine: 0 })

    expect(kinds()).toEqual([])
  })
})

it("ends a frame that floods, and bears the limit", () => {
  for (let n = 0; n < limits.messagesPerSecond; n++) watchdog.countMessage(now)
  expect(kinds()).toEqual([])

  watchdog.countMessage(now)
  expect(kinds()).toEqual(["flood"])
})

it("bears a few messages to the window, and no flood of them", () => {
  for (let n = 0; n < limits.messagesPerSecond / limits.windowMessageWeight; n++) watchdog.countMessage(now, limits.windowMessageWeight)
  expect(kinds()).toEqual([])

  watchdog.countMessage(now, limits.windowMessageWeight)
  expect(kinds()).toEqual(["flood"])
})

it("says one failure only", () => {
  watchdog.fail("navigated", "a")
  watchdog.fail("nested", "b")

  expect(kinds()).toEqual(["navigated"])
})
