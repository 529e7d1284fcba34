// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react"
import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { describeQuery, QueryCard } from "./query-card"
import { type QueryStep } from "./state/chat-types"

const JOB: QueryStep = {
  kind: "query", callId: "c1", name: "main", sql: "SELECT 1", engine: null, isJob: true, state: "progress", progress: 0.25,
  rowCount: null, truncated: false, elapsedMs: 2400, bytes: null, message: "Running on Spark · stage 2 of 4",
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})
const wait = (ms: number) => act(() => void vi.advanceTimersByTime(ms))

it("counts a job's seconds by itself between two words of the server, and ends with its own", () => {
  const { rerender } = render(<QueryCard step={JOB} />)
  expect(screen.getByText("Running on Spark · stage 2 of 4")).toBeTruthy()
  expect(screen.getByText("2 s")).toBeTruthy()

  wait(3000)
  expect(screen.getByText("5 s")).toBeTruthy()

  rerender(<QueryCard step={{ ...JOB, elapsedMs: 6100, progress: 0.5 }} />)
  expect(screen.getByText("6 s")).toBeTruthy()
  expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("50")

  rerender(<QueryCard step={{ ...JOB, state: "finished", engine: "spark", rowCount: 9, elapsedMs: 7400, bytes: 1234 }} />)
  wait(5000)
  expect(screen.getByText("9 rows · Spark 7.4 s · 1.2 kB")).toBeTruthy()
  expect(screen.queryByRole("progressbar")).toBeNull()
})

it("counts from the start of a job of which nothing was said yet", () => {
  render(<QueryCard step={{ ...JOB, state: "started", elapsedMs: null, message: null, progress: null }} />)

  wait(2000)

  expect(screen.getByText("running")).toBeTruthy()
  expect(screen.getByText("2 s")).toBeTruthy()
})

it("says rows and time of a query, without an engine or a size", () => {
  expect(describeQuery({ ...JOB, isJob: false, state: "finished", engine: "duckdb", rowCount: 4, elapsedMs: 3 })).toBe("4 rows · 3 ms")
})
