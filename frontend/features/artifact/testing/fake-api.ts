import type { ArtifactApi, Clock } from "../state/ports"
import type { WireArtifact, WireResult, WireVersion } from "../state/wire"

/** A promise that a test settles. */
export function deferred<T = void>() {
  let resolve!: (value: T) => void
  let reject!: (error: unknown) => void
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}

/** An error as the API client rejects with: words and a stable code. */
export class FakeProblem extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** A clock that moves only when told. */
export function fakeClock() {
  let now = Date.parse("2026-01-01T12:00:00Z")
  let timers: { at: number; task: () => void }[] = []
  const clock: Clock = {
    now: () => now,
    after: (delayMs, task) => {
      const timer = { at: now + delayMs, task }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
  }
  const advance = (byMs: number) => {
    now += byMs
    const due = timers.filter((timer) => timer.at <= now)
    timers = timers.filter((timer) => timer.at > now)
    for (const timer of due) timer.task()
  }
  return { ...clock, advance }
}

export const CODE = "export default function Viz({ data, params }) { return null }"
export const COLUMNS = [
  { name: "region", type: "VARCHAR" },
  { name: "total", type: "BIGINT" },
] as const

export const resultOf = (rows: unknown[][], fields: Partial<WireResult> = {}): WireResult => ({
  columns: COLUMNS,
  rows,
  rowCount: rows.length,
  truncated: false,
  fetchedAt: "2026-01-01T12:00:00Z",
  dataVersion: "v1",
  cacheKey: "key-1",
  elapsedMs: 3,
  fromCache: false,
  ...fields,
})

export const versionOf = (fields: Partial<WireVersion> = {}): WireVersion => ({
  number: 1,
  code: CODE,
  queries: [{ name: "main", sql: "SELECT region, sum(net) AS total FROM sales GROUP BY 1 LIMIT $top", engine: "duckdb", params: { top: 5 }, columns: COLUMNS, cacheKey: "key-1" }],
  params: {
    color: { type: "color", default: "#4269d0", scope: "view" },
    top: { type: "number", label: "Top", default: 5, min: 1, max: 50, scope: "query" },
  },
  paramValues: {},
  prompt: "total sales by region",
  understanding: "Total net by region",
  createdAt: "2026-01-01T11:00:00Z",
  ...fields,
})

export const artifactOf = (fields: Partial<WireArtifact> = {}): WireArtifact => ({
  id: "a1",
  title: "Total sales by region",
  versionCount: 1,
  latest: versionOf(),
  ...fields,
})

/** An API whose calls are recorded; calls a test does not answer reject. */
export function fakeApi(answers: Partial<ArtifactApi> = {}) {
  const calls: { name: keyof ArtifactApi; args: readonly unknown[] }[] = []
  const names = [
    "findArtifact", "listVersions", "appendVersion", "renameArtifact", "runQuery", "findResult", "sampleResult", "refreshResult", "saveTemplate", "openTemplate",
  ] as const
  const api = Object.fromEntries(
    names.map((name) => [
      name,
      async (...args: unknown[]) => {
        calls.push({ name, args: args.filter((arg) => !(arg instanceof AbortSignal)) })
        const answer = answers[name] as ((...all: unknown[]) => unknown) | undefined
        if (!answer) throw new FakeProblem("internal", `${name} was not expected`)
        return answer(...args)
      },
    ]),
  ) as unknown as ArtifactApi
  return { api, calls, named: (name: keyof ArtifactApi) => calls.filter((call) => call.name === name) }
}
