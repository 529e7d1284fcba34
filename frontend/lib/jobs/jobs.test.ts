import { expect, it } from "vitest"
import { describeJob, isActive, jobIdIn, type Job } from "./index"

it("finds the job whose rows a statement reads", () => {
  expect(jobIdIn("SELECT * FROM job_01a2187ab81b792d8fecbe2368338153")).toBe("01a2187a-b81b-792d-8fec-be2368338153")
  expect(jobIdIn("SELECT n FROM JOB_01A2187AB81B792D8FECBE2368338153 AS j")).toBe("01a2187a-b81b-792d-8fec-be2368338153")
  expect(jobIdIn("SELECT * FROM job_history")).toBeNull()
  expect(jobIdIn("SELECT * FROM job_01a2187ab81b792d8fecbe23683381530")).toBeNull()
  expect(jobIdIn(null)).toBeNull()
})

it.each<[Partial<Job>, string, boolean]>([
  [{ state: "queued" }, "Waiting for its turn", true],
  [{ state: "checking", engine: "spark" }, "Spark reads the statement", true],
  [{ state: "running", engine: "duckdb" }, "Running on DuckDB", true],
  [{ state: "running", progress: { fraction: 0.25, tasksDone: 50, tasksTotal: 1200, stagesDone: 1, stagesTotal: 4, bytesRead: 1_234_000_000 } }, "Running on Spark · stage 2 of 4 · 50 of 1,200 tasks · 1.2 GB read", true],
  [{ state: "running", progress: { fraction: 1, tasksDone: 8, tasksTotal: 8, stagesDone: 4, stagesTotal: 4, bytesRead: null } }, "Running on Spark · stage 4 of 4 · 8 of 8 tasks", true],
  [{ state: "running", progress: { fraction: 0.5, tasksDone: 4, tasksTotal: 8, stagesDone: 0, stagesTotal: 1, bytesRead: 0 } }, "Running on Spark · 4 of 8 tasks", true],
  [{ state: "committing" }, "Reading the files back", true],
  [{ state: "done" }, "Done", false],
  [{ state: "cancelled" }, "Stopped", false],
  [{ state: "failed", failure: { code: "unknown_table", message: "There is no table x.", retryable: false } }, "There is no table x.", false],
  [{ state: "timed_out" }, "Failed", false],
])("says where %o stands", (fields, words, active) => {
  const job = { engine: "spark", progress: null, failure: null, state: "queued" as const, ...fields }
  expect([describeJob(job), isActive(job)]).toEqual([words, active])
})
