import { describe, expect, it } from "vitest"
import { type ChatEvent, type DoneEvent } from "@/lib/contracts/events.gen"
import { emptyAnswer } from "./chat-types"
import { reduceRun } from "./reduce-run"
import { ARTIFACT, dataEvent, RUN, toolEvent, WHOLE_RUN } from "./testing"

const start = emptyAnswer({ id: "a", timestamp: "2026-01-02T03:04:05Z" })
const reduceAll = (events: readonly ChatEvent[], from = start) => events.reduce((answer, event, index) => reduceRun(answer, event, index + 1), from)
const done = (finishReason: DoneEvent["finishReason"]): DoneEvent => ({ type: "done", finishReason, usage: { inputTokens: 0, outputTokens: 0 } })
const failure = { type: "error", message: "no column \"revenu\"", stage: "querying", code: "unknown_column", retryable: false } as const

it("makes a whole run one answer with its steps in order", () => {
  const answer = reduceAll(WHOLE_RUN)
  expect(answer).toMatchObject({ runId: RUN, status: "done", stage: null, error: null, finishReason: "stop", lastEventId: WHOLE_RUN.length, artifact: { id: ARTIFACT, version: 1, title: "Total sales by region" } })
  expect(answer.content.slice(0, answer.understoodLength)).toBe("Total sales by region.")
  expect(answer.content.endsWith("North leads.")).toBe(true)
  expect(answer.timeline).toEqual([
    { kind: "query", callId: "c1", name: "main", sql: dataEvent().sql, engine: "duckdb", isJob: false, state: "finished", progress: null, rowCount: 4, truncated: false, elapsedMs: 5, bytes: null, message: "4 rows" },
    { kind: "draw", artifactId: ARTIFACT, version: 1, title: "Total sales by region" },
  ])
})

it("gives the same answer when the run is replayed over what is there", () => {
  expect(reduceAll(WHOLE_RUN, reduceAll(WHOLE_RUN))).toEqual(reduceAll(WHOLE_RUN))
})

it("shows a job with its own statement, its newest words and a bar that never goes backwards", () => {
  const job = { name: "submit_spark", arguments: { query: "SELECT count(*) AS n FROM events", output_format: "parquet" } }
  const reads = dataEvent({ sql: "SELECT * FROM job_01a2187ab81b792d8fecbe2368338153", engine: "spark", rowCount: 9, elapsedMs: 7400, bytes: 1234 })
  const running = reduceAll([
    toolEvent("started", job),
    toolEvent("progress", { ...job, progress: 0.5, message: "Running on Spark · 5 of 10 tasks" }),
    toolEvent("progress", { ...job, progress: 0.25, message: "Running on Spark · 5 of 20 tasks", elapsedMs: 2000 }),
  ])
  expect(running.timeline).toMatchObject([{ kind: "query", isJob: true, state: "progress", progress: 0.5, message: "Running on Spark · 5 of 20 tasks", elapsedMs: 2000 }])

  const { timeline } = [toolEvent("finished", job), reads].reduce((answer, event, index) => reduceRun(answer, event, index + 4), running)
  expect(timeline).toMatchObject([{ isJob: true, state: "finished", sql: "SELECT count(*) AS n FROM events", engine: "spark", rowCount: 9, elapsedMs: 7400, bytes: 1234 }])
})

it("gives two results to the two calls that made them, whatever the order", () => {
  const [first, second] = [{ arguments: { query: "SELECT 1", name: "a" } }, { callId: "c2", arguments: { query: "SELECT 2", name: "b" } }]
  const { timeline } = reduceAll([toolEvent("started", first), toolEvent("started", second), dataEvent({ name: "b", sql: "SELECT 2", rowCount: 2 }), dataEvent({ name: "a", sql: "SELECT 1", rowCount: 1 })])
  expect(timeline).toMatchObject([{ callId: "c1", name: "a", rowCount: 1 }, { callId: "c2", name: "b", rowCount: 2 }])
})

it("keeps a result that no call announced", () => {
  expect(reduceAll([dataEvent()]).timeline).toMatchObject([{ kind: "query", callId: "data:k1", state: "finished", rowCount: 4 }])
})

it("shows a look into the catalog as a step of its own", () => {
  const events = [toolEvent("started", { name: "find_values", arguments: { table: "movies", column: "title", text: "titanic" } }), toolEvent("finished", { name: "find_values", elapsedMs: 2 })]
  expect(reduceAll(events).timeline).toEqual([{ kind: "look", callId: "c1", tool: "find_values", subject: "movies", state: "finished", elapsedMs: 2, message: null }])
})

describe("a failure", () => {
  it("fails the turn and carries the statement to edit", () => {
    const answer = reduceAll([toolEvent("started"), toolEvent("failed", { message: "no column" }), failure, done("error")])
    expect(answer).toMatchObject({ status: "failed", error: { code: "unknown_column", message: failure.message, retryable: false, sql: dataEvent().sql } })
  })

  it("is forgotten when the run goes on to a chart", () => {
    const [, , , , , , , , , artifact] = WHOLE_RUN
    expect(artifact && reduceAll([toolEvent("started"), failure, artifact, done("stop")])).toMatchObject({ status: "done", error: null })
  })

  it("is said in words when the run ends at its limit without one", () => {
    expect(reduceAll([done("limit")])).toMatchObject({ status: "failed", error: { code: "step_limit" } })
  })
})

it("ends a cancelled run as stopped, with its open calls", () => {
  expect(reduceAll([toolEvent("started"), done("cancelled")])).toMatchObject({ status: "stopped", error: null, timeline: [{ state: "cancelled" }] })
})

it.each([null, "text", 5, { query: 7 }, ["SELECT 1"]])("survives tool arguments of the wrong shape: %j", (odd) => {
  expect(reduceAll([toolEvent("started", { arguments: odd })]).timeline).toMatchObject([{ kind: "query", name: "main", sql: "" }])
})
