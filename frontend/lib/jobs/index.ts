import { type Schemas } from "@/lib/api"
import { formatBytes, formatCount } from "@/lib/format"

/** A batch job as the server describes it. */
export type Job = Schemas["JobResponse"]

const TABLE = /\bjob_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\b/i

/** Id of the job whose rows a statement reads, or null. */
export function jobIdIn(sql: string | null): string | null {
  const match = sql === null ? null : TABLE.exec(sql)
  return match ? match.slice(1).join("-").toLowerCase() : null
}

export const isActive = ({ state }: Pick<Job, "state">): boolean => state === "queued" || state === "checking" || state === "running" || state === "committing"

export const engineName = (engine: string): string => (engine === "spark" ? "Spark" : "DuckDB")

/** Where a job stands, in words: "Running on Spark · stage 2 of 4 · 50 of 200 tasks · 1.2 GB read". */
export function describeJob({ state, engine, progress, failure }: Pick<Job, "state" | "engine" | "progress" | "failure">): string {
  switch (state) {
    case "queued":
      return "Waiting for its turn"
    case "checking":
      return `${engineName(engine)} reads the statement`
    case "committing":
      return "Reading the files back"
    case "running":
      return [`Running on ${engineName(engine)}`, stageOf(progress), tasksOf(progress), progress?.bytesRead ? `${formatBytes(progress.bytesRead)} read` : null].filter(Boolean).join(" · ")
    case "done":
      return "Done"
    case "cancelled":
      return "Stopped"
    case "timed_out":
    case "failed":
      return failure?.message ?? "Failed"
  }
}

const stageOf = (progress: Job["progress"]): string | null =>
  progress?.stagesTotal && progress.stagesTotal > 1 && progress.stagesDone !== null
    ? `stage ${String(Math.min(progress.stagesDone + 1, progress.stagesTotal))} of ${String(progress.stagesTotal)}`
    : null

const tasksOf = (progress: Job["progress"]): string | null =>
  progress?.tasksTotal ? `${formatCount(progress.tasksDone ?? 0)} of ${formatCount(progress.tasksTotal)} tasks` : null
