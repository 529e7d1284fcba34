import type { ParamValues } from "@/features/params"
import type { Job } from "@/lib/jobs"
import type { BoundParams, NewVersion, WireArtifact, WireResult, WireSample, WireVersion } from "./wire"

/** The server as an artifact needs it. Every call rejects with an error that has a `message` for the user and, from the server, a `code`. */
export interface ArtifactApi {
  findArtifact(id: string, signal: AbortSignal): Promise<WireArtifact>
  /** Newest first. */
  listVersions(id: string, signal: AbortSignal): Promise<readonly WireVersion[]>
  appendVersion(id: string, version: NewVersion): Promise<WireArtifact>
  renameArtifact(id: string, title: string): Promise<void>
  runQuery(query: { sql: string; params: BoundParams }, signal: AbortSignal): Promise<WireResult>
  findResult(cacheKey: string, signal: AbortSignal): Promise<WireResult>
  /** At most `points` rows of the whole result, chosen for a chart; `x` is the column along its axis, or null to let the server decide. */
  sampleResult(cacheKey: string, points: number, x: string | null, signal: AbortSignal): Promise<WireSample>
  refreshResult(cacheKey: string, signal: AbortSignal): Promise<WireResult>
  /** The job behind a result. */
  findJob(id: string, signal: AbortSignal): Promise<Job>
  /** Asks a job that runs to stop; one that has ended is left as it is. */
  stopJob(id: string): Promise<void>
  saveTemplate(template: { name: string; artifactId: string; version?: number; paramValues: ParamValues }): Promise<void>
  /** Makes a new artifact of a template. */
  openTemplate(id: string): Promise<WireArtifact>
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls `task` once after `delayMs`; the answer takes it back. */
  after(delayMs: number, task: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, task) => {
    const timer = setTimeout(task, delayMs)
    return () => clearTimeout(timer)
  },
}

export type Problem = Readonly<{ message: string; code: string | null }>

/** What to tell the user of a rejection: the server's words, or that it did not answer. */
export function problemOf(error: unknown): Problem {
  const code = typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : null
  if (error instanceof TypeError && code === null) return { message: "The server did not answer. Check that it is running and try again.", code }
  return { message: error instanceof Error && error.message !== "" ? error.message : "Something went wrong. Try again.", code }
}
