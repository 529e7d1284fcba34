import type { ParamValue } from "@/features/params"

/** Bodies of docs/protocol.md as far as an artifact reads them. Unknown fields are ignored. */
export type WireColumn = Readonly<{ name: string; type: string }>
export type WireRow = readonly unknown[]
export type BoundParams = Readonly<Record<string, unknown>>

/** Answer of `POST /api/query`, `GET /api/results/{key}` and its refresh. */
export type WireResult = Readonly<{
  columns: readonly WireColumn[]
  rows: readonly WireRow[]
  rowCount: number
  truncated: boolean
  /** ISO 8601, UTC; the time of the run, also for a cached answer. */
  fetchedAt: string
  dataVersion: string
  cacheKey: string
  elapsedMs: number
  engine?: string | null
  fromCache?: boolean
}>

export type WireQuery = Readonly<{
  name: string
  sql?: string | null
  engine?: string | null
  params?: BoundParams | null
  columns: readonly WireColumn[]
  cacheKey?: string | null
  inlineRows?: readonly WireRow[] | null
}>

export type WireVersion = Readonly<{
  number: number
  code: string
  queries: readonly WireQuery[]
  /** Declarations, as the artifact's code exports them. */
  params?: unknown
  paramValues?: Readonly<Record<string, unknown>> | null
  prompt?: string | null
  understanding?: string | null
  createdAt: string
}>

export type WireArtifact = Readonly<{ id: string; title: string; versionCount: number; latest: WireVersion }>

/** Events of a run that concern an artifact. The other members of the union pass by. */
export type ArtifactRunEvent =
  | Readonly<{ type: "run"; runId: string }>
  | Readonly<{ type: "stage"; stage: string; label: string }>
  | Readonly<{ type: "text"; delta: string }>
  | Readonly<{ type: "tool"; callId: string; name: string; state: string }>
  | (WireDataEvent & Readonly<{ type: "data" }>)
  | Readonly<{
      type: "artifact"
      artifactId: string
      version: number
      title: string
      code: string
      params?: unknown
      understanding?: string | null
    }>
  | Readonly<{ type: "error"; message: string; code: string; retryable: boolean }>
  | Readonly<{ type: "done"; finishReason: string }>

export type WireDataEvent = Readonly<{
  name: string
  cacheKey: string
  columns: readonly WireColumn[]
  /** Null when only `dataUrl` carries them. */
  rows?: readonly WireRow[] | null
  rowCount: number
  truncated: boolean
  dataUrl?: string | null
  fetchedAt: string
  dataVersion: string
  sql: string
  params?: BoundParams | null
  engine: string
  elapsedMs: number
}>

/** What a new version changes; the rest is taken from the latest. */
export type NewVersion = Readonly<{
  code?: string
  paramValues?: Readonly<Record<string, ParamValue>>
  queries?: readonly Readonly<{ name: string; sql: string; params: BoundParams }>[]
}>
