import { describe, expect, it } from "vitest"
import { artifactOf, CODE, COLUMNS, deferred, fakeApi, fakeClock, FakeProblem, resultOf, versionOf } from "../testing/fake-api"
import { settled } from "../testing/settled"
import { createArtifactStore, type ArtifactStore } from "./artifact-store"
import type { ArtifactApi } from "./ports"

const SQL = "SELECT region, sum(net) AS total FROM sales GROUP BY 1 LIMIT $top"

const activeOf = (store: ArtifactStore) => {
  const { active } = store.getState()
  if (!active) throw new Error("nothing is shown")
  return active
}

/** A store that shows artifact a1 with one row, and its fakes. */
async function opened(answers: Partial<ArtifactApi> = {}) {
  const clock = fakeClock()
  const fake = fakeApi({ findArtifact: async () => artifactOf(), findResult: async () => resultOf([["North", 7]]), ...answers })
  const store = createArtifactStore({ api: fake.api, clock })
  await store.getState().openArtifact("a1")
  fake.calls.length = 0
  return { store, clock, ...fake, active: () => activeOf(store) }
}

describe("openArtifact", () => {
  it("shows the stored version with its cached rows", async () => {
    const { active } = await opened()

    expect(active()).toMatchObject({ id: "a1", version: 1, title: "Total sales by region", code: CODE, status: "ready", notice: null })
    expect(active().results.main).toMatchObject({ rows: [["North", 7]], fetchedAt: "2026-01-01T12:00:00Z", cacheKey: "key-1", status: "ready" })
  })

  it("runs the statement where the cache has forgotten the result", async () => {
    const { active } = await opened({
      findResult: async () => { throw new FakeProblem("unknown_result", "gone") },
      runQuery: async () => resultOf([["South", 1]]),
    })

    expect(active().results.main?.rows).toEqual([["South", 1]])
  })

  it("takes param values of the address, and runs the query that reads them", async () => {
    const { api, named } = fakeApi({ findArtifact: async () => artifactOf(), runQuery: async () => resultOf([["West", 2]]) })
    const store = createArtifactStore({ api, clock: fakeClock() })

    await store.getState().openArtifact("a1", undefined, "?id=a1&p.top=9&p.color=%23000000")

    expect(store.getState().active?.paramValues).toEqual({ top: 9, color: "#000000" })
    expect(named("runQuery")[0]?.args).toEqual([{ sql: SQL, params: { top: 9 } }])
  })

  it("says that an artifact is gone", async () => {
    const { active } = await opened({ findArtifact: async () => { throw new FakeProblem("not_found", "no such artifact") } })

    expect(active()).toMatchObject({ status: "failed", notice: { tone: "error", text: "This chart is not on the server any more." } })
  })

  it("keeps the newer one when the older answers late", async () => {
    const gate = deferred()
    const { api } = fakeApi({
      findArtifact: async (id) => {
        if (id === "slow") await gate.promise
        return artifactOf({ id })
      },
      findResult: async () => resultOf([]),
    })
    const store = createArtifactStore({ api, clock: fakeClock() })

    const slow = store.getState().openArtifact("slow")
    await store.getState().openArtifact("fast")
    gate.resolve()
    await slow

    expect(store.getState().active?.id).toBe("fast")
  })
})

describe("params", () => {
  it("change the view without a request", async () => {
    const { store, clock, calls, active } = await opened()

    store.getState().setParam("color", "#000000")
    clock.advance(10_000)

    expect(active().paramValues).toEqual({ color: "#000000" })
    expect(calls).toEqual([])
  })

  it("run the query that reads them once the changes pause, newest values only", async () => {
    const { store, clock, named, active } = await opened({ runQuery: async () => resultOf([["North", 9]], { cacheKey: "key-9" }) })

    store.getState().setParam("top", 8)
    clock.advance(200)
    store.getState().setParam("top", 9)
    expect(active().results.main).toMatchObject({ rows: [["North", 7]], status: "updating" })
    clock.advance(250)
    await Promise.resolve()
    await settled(store)

    expect(named("runQuery").map((call) => call.args[0])).toEqual([{ sql: SQL, params: { top: 9 } }])
    expect(active().results.main).toMatchObject({ rows: [["North", 9]], cacheKey: "key-9", params: { top: 9 }, status: "ready" })
  })

  it("ignore rows of values that newer ones replaced", async () => {
    const gate = deferred()
    const { store, clock, active } = await opened({
      runQuery: async ({ params }) => {
        if (params.top === 8) await gate.promise
        return resultOf([["top", Number(params.top)]])
      },
    })

    store.getState().setParam("top", 8)
    clock.advance(250)
    store.getState().setParam("top", 9)
    clock.advance(250)
    await settled(store)
    gate.resolve()
    await gate.promise

    expect(active().results.main?.rows).toEqual([["top", 9]])
  })

  it("keep the old rows and say so when the query fails", async () => {
    const { store, clock, active } = await opened({ runQuery: async () => { throw new FakeProblem("invalid_param", "Top must be a number.") } })

    store.getState().setParam("top", 8)
    clock.advance(250)
    await settled(store)

    expect(active().results.main).toMatchObject({ rows: [["North", 7]], status: "ready" })
    expect(active().notice).toEqual({ tone: "error", text: "Top must be a number. The data shown is from before the change." })
  })

  it("undo a drag as one change", async () => {
    const { store, clock, active } = await opened()

    store.getState().setParam("color", "#111111")
    clock.advance(5000)
    for (const color of ["#222222", "#333333", "#444444"]) {
      store.getState().setParam("color", color)
      clock.advance(50)
    }
    store.getState().undoParam()

    expect(active().paramValues).toEqual({ color: "#111111" })
    expect(active().undo).toBeNull()
  })

  it("refuse values that are not declared", async () => {
    const { store, active } = await opened()

    store.getState().setParam("color", "javascript:alert(1)")
    store.getState().setParam("nope", 1)

    expect(active().paramValues).toEqual({})
  })
})

describe("refresh", () => {
  it("runs the statement again and leaves the code", async () => {
    const { store, named, active } = await opened({ refreshResult: async () => resultOf([["North", 8]], { fetchedAt: "2026-01-01T12:05:00Z", dataVersion: "v2", cacheKey: "key-2" }) })

    await store.getState().refresh()

    expect(named("refreshResult")[0]?.args).toEqual(["key-1"])
    expect(active().code).toBe(CODE)
    expect(active().results.main).toMatchObject({ rows: [["North", 8]], fetchedAt: "2026-01-01T12:05:00Z", dataVersion: "v2", cacheKey: "key-2" })
  })

  it("shows the old rows while it runs", async () => {
    const gate = deferred<ReturnType<typeof resultOf>>()
    const { store, active } = await opened({ refreshResult: () => gate.promise })

    const refreshing = store.getState().refresh()
    expect(active().results.main).toMatchObject({ rows: [["North", 7]], status: "updating" })
    gate.resolve(resultOf([]))
    await refreshing

    expect(active().results.main).toMatchObject({ rows: [], status: "ready" })
  })

  it("queries anew when the server has forgotten the key", async () => {
    const { store, active } = await opened({
      refreshResult: async () => { throw new FakeProblem("unknown_result", "gone") },
      runQuery: async () => resultOf([["North", 9]]),
    })

    await store.getState().refresh()

    expect(active().results.main?.rows).toEqual([["North", 9]])
    expect(active().notice).toBeNull()
  })

  it("keeps the rows and says so when it fails", async () => {
    const { store, active } = await opened({ refreshResult: async () => { throw new FakeProblem("query_timeout", "The query took too long.") } })

    await store.getState().refresh()

    expect(active().results.main).toMatchObject({ rows: [["North", 7]], fetchedAt: "2026-01-01T12:00:00Z", status: "ready" })
    expect(active().notice).toEqual({ tone: "error", text: "Refresh failed, the data shown is from before. The query took too long." })
  })

  it("is calm when its job was stopped, and keeps the rows", async () => {
    const { store, active } = await opened({ refreshResult: async () => { throw new FakeProblem("query_cancelled", "The job was stopped.") } })

    await store.getState().refresh()

    expect(active().results.main).toMatchObject({ rows: [["North", 7]], status: "ready" })
    expect(active().notice).toEqual({ tone: "info", text: "The job was stopped. The data shown is from before." })
  })

  it("names a column that is gone", async () => {
    const { store, active } = await opened({ refreshResult: async () => resultOf([["North"]], { columns: [{ name: "region", type: "VARCHAR" }] }) })

    await store.getState().refresh()

    expect(active().notice).toEqual({ tone: "warning", text: "The column “total” is gone from the data. Edit the SQL or ask again." })
  })

  it("does nothing before there is a first result", async () => {
    const { api, calls } = fakeApi()
    const store = createArtifactStore({ api, clock: fakeClock() })
    store.getState().beginRun("r1", "q")

    await store.getState().refresh()

    expect(calls).toEqual([])
  })
})

describe("edits", () => {
  it("make a version of changed code and keep the data", async () => {
    const changed = "export default function Viz() { return 1 }"
    const { store, named, active } = await opened({
      appendVersion: async () => artifactOf({ versionCount: 2, latest: versionOf({ number: 2, code: changed }) }),
    })

    const problem = await store.getState().editCode(changed)

    expect(problem).toBeNull()
    expect(named("appendVersion")[0]?.args).toEqual(["a1", { code: changed, paramValues: {} }])
    expect(active()).toMatchObject({ version: 2, versionCount: 2, code: changed })
    expect(active().results.main?.rows).toEqual([["North", 7]])
  })

  it("take changed SQL only when it runs", async () => {
    const { store, named, active } = await opened({ runQuery: async () => { throw new FakeProblem("unknown_column", "There is no column “nett”. Did you mean “net”?") } })

    const problem = await store.getState().editQuery("main", "SELECT nett FROM sales")

    expect(problem).toBe("There is no column “nett”. Did you mean “net”?")
    expect(named("appendVersion")).toEqual([])
    expect(active().version).toBe(1)
  })

  it("make a version of SQL that runs, with its new columns as contract", async () => {
    const columns = [{ name: "region", type: "VARCHAR" }]
    const { store, named, active } = await opened({
      runQuery: async () => resultOf([["North"]], { columns }),
      appendVersion: async () => artifactOf({ versionCount: 2, latest: versionOf({ number: 2 }) }),
    })

    const problem = await store.getState().editQuery("main", "SELECT region FROM sales LIMIT $top")

    expect(problem).toBeNull()
    expect(named("appendVersion")[0]?.args[1]).toEqual({
      queries: [{ name: "main", sql: "SELECT region FROM sales LIMIT $top", params: { top: 5 } }],
      paramValues: {},
    })
    expect(active().results.main).toMatchObject({ sql: "SELECT region FROM sales LIMIT $top", columns, contract: columns })
  })

  it("restore an old version as a new one", async () => {
    const old = versionOf({ number: 1, code: "export default function Viz() { return 'old' }" })
    const { store, named, active } = await opened({
      listVersions: async () => [versionOf({ number: 2 }), old],
      appendVersion: async () => artifactOf({ versionCount: 3, latest: { ...old, number: 3 } }),
    })

    const problem = await store.getState().restoreVersion(1)

    expect(problem).toBeNull()
    expect(named("appendVersion")[0]?.args[1]).toMatchObject({ code: old.code })
    expect(active()).toMatchObject({ version: 3, code: old.code, status: "ready" })
  })

  it("put the title back when it was not saved", async () => {
    const { store, active } = await opened({ renameArtifact: async () => { throw new FakeProblem("storage_unavailable", "Try again.") } })

    await store.getState().rename("Sales")

    expect(active()).toMatchObject({ title: "Total sales by region", notice: { tone: "error", text: "The title was not saved. Try again." } })
  })
})

describe("openTemplate", () => {
  it("runs on today's data, past the cache", async () => {
    const { api, named } = fakeApi({
      openTemplate: async () => artifactOf({ id: "a9", latest: versionOf({ paramValues: { top: 3 } }) }),
      runQuery: async () => resultOf([["old", 1]], { fromCache: true, cacheKey: "key-3" }),
      refreshResult: async () => resultOf([["new", 1]]),
    })
    const store = createArtifactStore({ api, clock: fakeClock() })

    expect(await store.getState().openTemplate("t1")).toBe("a9")

    expect(named("runQuery")[0]?.args[0]).toMatchObject({ params: { top: 3 } })
    expect(named("refreshResult")[0]?.args).toEqual(["key-3"])
    expect(store.getState().active?.results.main?.rows).toEqual([["new", 1]])
  })
})

describe("a reload", () => {
  it("restores what was shown at once, before the server answers", async () => {
    const { store } = await opened()
    store.getState().setParam("color", "#000000")
    const kept: unknown = JSON.parse(JSON.stringify(store.getState().serialize()))
    const gate = deferred<ReturnType<typeof artifactOf>>()
    const restored = createArtifactStore({ api: fakeApi({ findArtifact: () => gate.promise, findResult: async () => resultOf([["North", 8]]) }).api, clock: fakeClock() })

    const hydrating = restored.getState().hydrate(kept)

    expect(restored.getState().active).toMatchObject({ id: "a1", code: CODE, paramValues: { color: "#000000" }, status: "ready" })
    expect(restored.getState().active?.results.main?.rows).toEqual([["North", 7]])
    gate.resolve(artifactOf({ title: "Renamed elsewhere" }))
    await hydrating
    expect(restored.getState().active).toMatchObject({ title: "Renamed elsewhere", paramValues: { color: "#000000" } })
    expect(restored.getState().active?.results.main?.rows).toEqual([["North", 8]])
  })

  it("ignores storage that holds something else", async () => {
    const { api, calls } = fakeApi()
    const store = createArtifactStore({ api, clock: fakeClock() })

    for (const stored of [null, 3, {}, { format: 1 }, { format: 1, view: { id: "a", version: 1, title: "", code: "", results: { main: { rows: "x" } } } }])
      await store.getState().hydrate(stored)

    expect(store.getState().active).toBeNull()
    expect(calls).toEqual([])
  })
})

describe("a run", () => {
  it("fetches rows that travel by reference", async () => {
    const { api, named } = fakeApi({ findResult: async () => resultOf([["North", 7]]) })
    const store = createArtifactStore({ api, clock: fakeClock() })
    store.getState().beginRun("r1", "q")

    store.getState().applyEvent("r1", {
      type: "data", name: "main", cacheKey: "key-1", columns: [...COLUMNS], rows: null, rowCount: 1, truncated: false, dataUrl: "/api/results/key-1",
      format: "json", fetchedAt: "2026-01-01T12:00:00Z", dataVersion: "v1", sql: "SELECT 1", params: {}, engine: "duckdb", elapsedMs: 1,
    })
    await settled(store)

    expect(named("findResult")[0]?.args).toEqual(["key-1"])
    expect(store.getState().active?.results.main?.rows).toEqual([["North", 7]])
  })
})
