import type { ParamValue } from "@/features/params"
import type { ResultColumn } from "@/lib/contracts/events.gen"

/** Bodies of docs/protocol.md as far as an artifact reads them. Unknown fields are ignored. */
export type WireRow = readonly unknown[]
export type BoundParams = Readonly<Record<string, unknown>>

/** Answer of `POST /api/query`, `GET /api/results/{key}` and its refresh. */
export type WireResult = Readonly<{
  columns: readonly ResultColumn[]
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

/** How the rows of a sampled answer were chosen. */
export type Sampling = Readonly<{
  method: "all" | "min_max" | "top" | "share" | "first"
  fromRows: number
  toRows: number
  x?: string | null
}>

/** Answer of `GET /api/results/{key}?points=N`. */
export type WireSample = WireResult & Readonly<{ sampling: Sampling }>

export type WireQuery = Readonly<{
  name: string
  sql?: string | null
  engine?: string | null
  params?: BoundParams | null
  columns: readonly ResultColumn[]
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

/** A statement with its values, or rows that have none. */
export type NewQuery = Readonly<{ name: string; sql: string; params: BoundParams } | { name: string; columns: readonly ResultColumn[]; rows: readonly WireRow[] }>

/** What a new version changes; the rest is taken from the latest. */
export type NewVersion = Readonly<{
  code?: string
  paramValues?: Readonly<Record<string, ParamValue>>
  queries?: readonly NewQuery[]
}>
