import { expect, it } from "vitest"
import { type Job } from "@/lib/jobs"
import { createJobsStore, type JobsApi } from "./jobs-store"

const job = (id: string, fields: Partial<Job> = {}): Job => ({
  id, query: "SELECT 1", outputFormat: "parquet", engine: "spark", table: `job_${id}`, state: "running", attempt: 1, createdAt: "2026-01-01T10:00:00Z",
  startedAt: null, finishedAt: null, progress: null, result: null, failure: null, ...fields,
})
const progress = (fraction: number | null) => ({ fraction, tasksDone: null, tasksTotal: null, stagesDone: null, stagesTotal: null, bytesRead: null })

function storeOf(items: Job[], changes: Partial<JobsApi> = {}) {
  const store = createJobsStore({
    list: () => Promise.resolve({ items, nextCursor: null }),
    find: (id) => Promise.resolve(items.find((each) => each.id === id) ?? job(id)),
    remove: () => Promise.resolve(),
    refresh: (id) => Promise.resolve(job(id, { state: "queued" })),
    ...changes,
  })
  return store
}

it("looks only at the jobs that have not ended", async () => {
  const asked: string[] = []
  const store = storeOf([job("a"), job("b", { state: "done" })], {
    find: (id) => {
      asked.push(id)
      return Promise.resolve(job(id, { state: "done" }))
    },
  })
  await store.getState().load()

  expect(await store.getState().look()).toBe(false)
  expect(asked).toEqual(["a"])
  expect(store.getState().items.map(({ state }) => state)).toEqual(["done", "done"])
})

it("never moves a bar backwards within an attempt, and begins anew with the next", async () => {
  const answers = [job("a", { progress: progress(0.4) }), job("a", { progress: progress(0.2) }), job("a", { attempt: 2, progress: progress(0.1) })]
  const store = storeOf([job("a", { progress: progress(0.3) })], { find: () => Promise.resolve(answers.shift() ?? job("a")) })
  await store.getState().load()

  const seen: (number | null | undefined)[] = []
  for (let look = 0; look < 3; look++) {
    await store.getState().look()
    seen.push(store.getState().items[0]?.progress?.fraction)
  }

  expect(seen).toEqual([0.4, 0.4, 0.1])
})

it("keeps what is shown and says what failed", async () => {
  const store = storeOf([job("a")], { remove: () => Promise.reject(new TypeError("no answer")), refresh: () => Promise.reject(new Error("Too many jobs wait.")) })
  await store.getState().load()

  await store.getState().stop("a")
  expect(store.getState().problem).toBe("The job could not be stopped. The server did not answer. Check that it is running and try again.")
  await store.getState().again("a")
  expect(store.getState().problem).toBe("The job could not be run again. Too many jobs wait.")
  await store.getState().remove("a")
  expect(store.getState()).toMatchObject({ items: [{ id: "a" }], problem: "The job was not deleted. The server did not answer. Check that it is running and try again." })
})
