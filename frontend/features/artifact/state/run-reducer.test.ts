import { describe, expect, it } from "vitest"
import { applyEvent, beginRun, NOTHING_SHOWN, streamCode, type ArtifactShown } from "./run-reducer"
import type { ChatEvent, FinishReason, ParamDefinition } from "@/lib/contracts/events.gen"

const CODE = "export default function Viz({ data }) { return null }"

const dataEvent = (rows: unknown[][] = [["North", 7]], name = "main"): ChatEvent => ({
  type: "data",
  name,
  cacheKey: "k1",
  columns: [{ name: "region", type: "VARCHAR" }, { name: "total", type: "BIGINT" }],
  rows,
  rowCount: rows.length,
  truncated: false,
  dataUrl: "/api/results/k1",
  format: "json",
  fetchedAt: "2026-01-01T10:00:00Z",
  dataVersion: "v1",
  sql: "SELECT 1",
  params: {},
  engine: "duckdb",
  elapsedMs: 4,
})

const artifactEvent = (fields: Partial<Extract<ChatEvent, { type: "artifact" }>> = {}): ChatEvent => ({
  type: "artifact",
  artifactId: "a1",
  version: 1,
  title: "Total sales by region",
  code: CODE,
  params: { color: { type: "color", default: "#4269d0" } },
  understanding: "total net by region",
  ...fields,
})

const done = (finishReason: FinishReason): ChatEvent => ({ type: "done", finishReason, usage: { inputTokens: 0, outputTokens: 0 } })

const drawn = (): ArtifactShown =>
  [dataEvent(), artifactEvent(), done("stop")].reduce(
    (shown, event) => applyEvent(shown, "r1", event),
    beginRun(NOTHING_SHOWN, "r1", "total sales by region"),
  )

describe("a run", () => {
  it("fills data, code and title in the order of its stream", () => {
    const { active, pending } = drawn()

    expect(pending).toBeNull()
    expect(active).toMatchObject({
      id: "a1",
      version: 1,
      title: "Total sales by region",
      question: "total sales by region",
      understanding: "total net by region",
      code: CODE,
      status: "ready",
      runId: null,
    })
    expect(active?.results.main).toMatchObject({ rows: [["North", 7]], cacheKey: "k1", dataVersion: "v1", status: "ready" })
    expect(active?.params.color?.type).toBe("color")
  })

  it("keeps what is shown until it has both code and data of its own", () => {
    const begun = beginRun(drawn(), "r2", "as a line")
    const withCode = streamCode(begun, "r2", "export default function Viz() {}", true)
    const withBoth = applyEvent(withCode, "r2", dataEvent([["South", 1]]))

    expect(begun.active?.title).toBe("Total sales by region")
    expect(withCode.active?.title).toBe("Total sales by region")
    expect(withBoth.active?.results.main?.rows).toEqual([["South", 1]])
    expect(withBoth.pending).toBeNull()
  })

  it("renders the last complete code while the next one streams", () => {
    const begun = applyEvent(beginRun(NOTHING_SHOWN, "r1", "q"), "r1", dataEvent())
    const first = streamCode(begun, "r1", CODE, true)
    const repairing = streamCode(first, "r1", "export def", false)

    expect(repairing.active).toMatchObject({ code: CODE, draft: "export def", status: "streaming" })
  })

  it("leaves the old artifact when it ends with nothing to show", () => {
    const begun = beginRun(drawn(), "r2", "what?")
    const ended = applyEvent(begun, "r2", done("clarify"))

    expect(ended.active?.title).toBe("Total sales by region")
    expect(ended.pending).toBeNull()
  })

  it("leaves an empty pane when the first one ends with nothing", () => {
    expect(applyEvent(beginRun(NOTHING_SHOWN, "r1", "q"), "r1", done("error")).active).toBeNull()
  })

  it("shows the data of a run that drew nothing", () => {
    const ended = [dataEvent(), done("stop")].reduce(
      (shown, event) => applyEvent(shown, "r2", event),
      beginRun(drawn(), "r2", "q"),
    )

    expect(ended.active).toMatchObject({ code: "", status: "ready", question: "q" })
  })

  it("is ignored when another one has taken its place", () => {
    const begun = beginRun(beginRun(drawn(), "r2", "one"), "r3", "two")

    expect(applyEvent(begun, "r2", dataEvent([["late", 0]]))).toBe(begun)
    expect(streamCode(begun, "r2", "late", true)).toBe(begun)
  })

  it("carries view values over to the next version and drops query values", () => {
    const params: Record<string, ParamDefinition> = {
      color: { type: "color", default: "#4269d0" },
      top: { type: "number", default: 5, scope: "query" },
    }
    const shown = drawn()
    const tuned = { ...shown, active: shown.active && { ...shown.active, paramValues: { color: "#000000", top: 9, gone: 1 } } }
    const next = [dataEvent(), artifactEvent({ version: 2, params })].reduce(
      (state, event) => applyEvent(state, "r2", event),
      streamCode(beginRun(tuned, "r2", "top"), "r2", CODE, true),
    )

    expect(next.active?.paramValues).toEqual({ color: "#000000" })
    expect(next.active?.version).toBe(2)
  })
})
