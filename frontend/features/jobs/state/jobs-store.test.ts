import { expect, it } from "vitest"
import { ApiError } from "@/lib/api"
import { type Job } from "@/lib/jobs"
import { createJobsStore, type JobsApi } from "./jobs-store"

const job = (id: string, fields: Partial<Job> = {}): Job => ({
  id, query: "SELECT 1", outputFormat: "parquet", engine: "spark", table: `job_${id}`, state: "running", attempt: 1, createdAt: "2026-01-01T10:00:00Z",
  startedAt: null, finishedAt: null, progress: null, result: null, failure: null, ...fields,
})
const progress = (fraction: number | null) => ({ fraction, tasksDone: null, tasksTotal: null, stagesDone: null, stagesTotal: null, bytesRead: null })
const gone = () => new ApiError("There is no job of that id.", "not_found", 404, false)
const noAnswer = () => Promise.reject(new TypeError("Failed to fetch"))
const NO_ANSWER = "The server did not answer. Check that it is running and try again."

/** A server that holds `jobs`, newest first, in pages of `pageSize`; the test changes it under the store. */
function serverOf(initial: readonly Job[], changes: Partial<JobsApi> = {}, pageSize = 50) {
  const server = { jobs: [...initial], isDown: false, calls: [] as string[] }
  const find = (id: string) => server.jobs.find((each) => each.id === id)
  const call = <A extends unknown[], T>(name: string, answer: (...args: A) => T) => (...args: A) => {
    server.calls.push([name, ...args].join(" "))
    return server.isDown ? noAnswer() : Promise.resolve().then(() => answer(...args))
  }
  const existing = (id: string) => {
    const found = find(id)
    if (!found) throw gone()
    return found
  }
  const change = (id: string, fields: Partial<Job>) => {
    const next = { ...existing(id), ...fields }
    server.jobs = server.jobs.map((each) => (each.id === id ? next : each))
    return next
  }
  const isEnded = (id: string) => ["done", "cancelled"].includes(existing(id).state)
  const store = createJobsStore({
    list: call("list", (cursor: string | null) => {
      const rest = server.jobs.filter(({ id }) => cursor === null || id < cursor)
      const items = rest.slice(0, pageSize)
      return { items, nextCursor: rest.length > pageSize ? (items.at(-1)?.id ?? null) : null }
    }),
    find: call("find", existing),
    stop: call("stop", (id: string) => (isEnded(id) ? existing(id) : change(id, { state: "cancelled" }))),
    remove: call("remove", (id: string) => {
      if (!isEnded(id)) return change(id, { state: "cancelled" })
      server.jobs = server.jobs.filter((each) => each.id !== id)
      return undefined
    }),
    refresh: call("refresh", (id: string) => change(id, { state: "queued" })),
    ...changes,
  })
  const shown = () => store.getState().items.map(({ id, state }) => `${id} ${state}`)
  return { server, store, change, shown, ...store.getState() }
}

it("stops a job that has ended meanwhile without touching its result", async () => {
  const { server, change, load, stop, shown } = serverOf([job("a")])
  await load()
  change("a", { state: "done" })

  await stop("a")

  expect(server.calls).toEqual(["list ", "stop a"])
  expect(shown()).toEqual(["a done"])
  expect(server.jobs).toHaveLength(1)
})

it("keeps the row of a job that was run again elsewhere, and says that it is only stopped", async () => {
  const { store, change, load, remove, shown } = serverOf([job("a", { state: "done" })])
  await load()
  change("a", { state: "running" })

  await remove("a")

  expect(shown()).toEqual(["a cancelled"])
  expect(store.getState().problem).toBe("The job was run again meanwhile, so it is stopped, not deleted. Delete it once it has stopped.")
})

it("removes the row of a job that has ended", async () => {
  const { load, remove, shown } = serverOf([job("b", { state: "done" }), job("a")])
  await load()

  await remove("b")

  expect(shown()).toEqual(["a running"])
})

it("finds new jobs, and drops those that were deleted elsewhere", async () => {
  const { server, load, look, shown } = serverOf([job("b"), job("a", { state: "done" })])
  await load()
  server.jobs = [job("c", { state: "queued" }), job("a", { state: "done" })]

  await look()

  expect(shown()).toEqual(["c queued", "a done"])
})

it("looks also at active jobs of earlier pages, and keeps the other ones", async () => {
  const { server, store, load, loadMore, look, shown } = serverOf(["f", "e", "d", "c", "b", "a"].map((id) => job(id, { state: id === "c" || id === "d" ? "running" : "done" })), {}, 2)
  await load()
  await loadMore()
  server.jobs = ["g", "f", "e", "c", "b", "a"].map((id) => job(id, { state: "done" }))

  await look()

  expect(shown()).toEqual(["g done", "f done", "e done", "c done"])
  expect(store.getState().nextCursor).toBe("c")
  await loadMore()
  expect(shown()).toEqual(["g done", "f done", "e done", "c done", "b done", "a done"])
})

it("begins anew when more came than a page holds", async () => {
  const { server, store, load, look, shown } = serverOf([job("b"), job("a")], {}, 2)
  await load()
  server.jobs = ["f", "e", "d", "b", "a"].map((id) => job(id))

  await look()

  expect(shown()).toEqual(["f running", "e running"])
  expect(store.getState().nextCursor).toBe("e")
})

it.each(["stop", "again"] as const)("removes the row when %s meets a job that was deleted elsewhere", async (action) => {
  const { server, store, load, shown } = serverOf([job("a", { state: action === "stop" ? "running" : "done" })])
  await load()
  server.jobs = []

  await store.getState()[action]("a")

  expect(shown()).toEqual([])
  expect(store.getState().problem).toBe("This job was deleted elsewhere.")
})

it("says that the server does not answer, keeps the rows, and recovers", async () => {
  const { server, store, change, load, look, shown } = serverOf([job("a")])
  await load()
  server.isDown = true

  await look()

  expect([store.getState().lost, shown()]).toEqual(["The server does not answer.", ["a running"]])
  server.isDown = false
  change("a", { state: "done" })
  await look()
  expect([store.getState().lost, shown()]).toEqual([null, ["a done"]])
})

it("loads the list by itself once the server is back", async () => {
  const { server, store, load, look, shown } = serverOf([job("a")])
  server.isDown = true
  await load()
  expect(store.getState()).toMatchObject({ status: "failed", problem: NO_ANSWER })

  server.isDown = false
  await look()

  expect([store.getState().status, store.getState().problem, shown()]).toEqual(["ready", null, ["a running"]])
})

it("drops a look that was asked before a job was deleted", async () => {
  let answer = (_: { items: Job[]; nextCursor: null }) => {}
  const pages = [Promise.resolve({ items: [job("a", { state: "done" })], nextCursor: null }), new Promise<{ items: Job[]; nextCursor: null }>((resolve) => (answer = resolve))]
  const { load, look, remove, shown } = serverOf([job("a", { state: "done" })], { list: () => pages.shift() ?? noAnswer() })
  await load()
  const late = look()

  await remove("a")
  answer({ items: [job("a", { state: "done" })], nextCursor: null })
  await late

  expect(shown()).toEqual([])
})

it("never moves a bar backwards within an attempt, and begins anew with the next", async () => {
  const { store, change, load, look } = serverOf([job("a", { progress: progress(0.3) })])
  await load()

  const seen: (number | null | undefined)[] = []
  for (const next of [{ progress: progress(0.4) }, { progress: progress(0.2) }, { progress: progress(null) }, { attempt: 2, progress: progress(0.1) }]) {
    change("a", next)
    await look()
    seen.push(store.getState().items[0]?.progress?.fraction)
  }

  expect(seen).toEqual([0.4, 0.4, 0.4, 0.1])
})

it("keeps what is shown and says what failed", async () => {
  const { store, load, stop, again, remove, shown } = serverOf([job("a")], { stop: noAnswer, remove: noAnswer, refresh: () => Promise.reject(new Error("Too many jobs wait.")) })
  await load()

  await stop("a")
  expect(store.getState().problem).toBe(`The job could not be stopped. ${NO_ANSWER}`)
  await again("a")
  expect(store.getState().problem).toBe("The job could not be run again. Too many jobs wait.")
  await remove("a")
  expect([store.getState().problem, shown()]).toEqual([`The job was not deleted. ${NO_ANSWER}`, ["a running"]])
})
