import { describe, expect, it } from "vitest"
import type { ChatEvent } from "@/lib/contracts/events.gen"
import { COLUMNS, fakeApi, fakeClock, FakeProblem, resultOf } from "../testing/fake-api"
import { settled } from "../testing/settled"
import { createArtifactStore } from "./artifact-store"

const truncated = resultOf([["North", 7]], { rowCount: 90_000, truncated: true })
const data: ChatEvent = {
  type: "data", name: "main", cacheKey: "key-1", columns: [...COLUMNS], rows: [["North", 7]], rowCount: 90_000, truncated: true, dataUrl: null,
  format: "json", fetchedAt: "2026-01-01T12:00:00Z", dataVersion: "v1", sql: "SELECT 1", params: {}, engine: "duckdb", elapsedMs: 1,
}

describe("a run with more rows than a chart takes", () => {
  it("draws rows chosen out of all where the first are not enough, and those where none can be chosen", async () => {
    const sample = { ...truncated, rows: [["North", 7], ["South", 9]], sampling: { method: "min_max" as const, fromRows: 90_000, toRows: 2 } }
    for (const [sampleResult, drawn] of [
      [async () => sample, { rows: sample.rows, sampling: sample.sampling }],
      [async () => { throw new FakeProblem("result_too_large", "too large") }, null],
    ] as const) {
      const { api, named } = fakeApi({ findResult: async () => truncated, sampleResult })
      const store = createArtifactStore({ api, clock: fakeClock() })
      store.getState().beginRun("r1", "q")

      store.getState().applyEvent("r1", data)
      await settled(store)

      expect(named("sampleResult")[0]?.args).toEqual(["key-1", 2000, null])
      expect(store.getState().active?.results.main).toMatchObject({ rows: [["North", 7]], drawn, status: "ready" })
    }
  })

  it("asks for rows along the axis that the code names, once it is there", async () => {
    const { api, named } = fakeApi({
      findResult: async () => truncated,
      sampleResult: async (_, __, x) => ({ ...truncated, sampling: { method: x === null ? ("first" as const) : ("min_max" as const), fromRows: 90_000, toRows: 1, x } }),
    })
    const store = createArtifactStore({ api, clock: fakeClock() })
    store.getState().beginRun("r1", "q")
    store.getState().applyEvent("r1", data)
    await settled(store)

    store.getState().applyEvent("r1", {
      type: "artifact", artifactId: "a1", version: 1, title: "Totals", params: {}, understanding: "",
      code: `export default function Viz({ data }) { return <ScatterChart data={data}><XAxis type="number" dataKey="total" /></ScatterChart> }`,
    })
    await settled(store)

    expect(named("sampleResult").map(({ args }) => args[2])).toEqual([null, "total"])
    expect(store.getState().active?.results.main?.drawn?.sampling.x).toBe("total")
  })
})
