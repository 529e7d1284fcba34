import type { Row } from "@/lib/sandbox/protocol"
import { maxBytes, maxRows } from "@/lib/sandbox/row-limits"

export type CappedRows = { rows: Row[]; total: number; isCapped: boolean }

/** The first rows that fit: at most 5,000, at most 2 MB as JSON. The rest stays in the page's table; the view says so. */
export function capRows(rows: Row[]): CappedRows {
  let bytes = 0
  let count = 0
  for (const row of rows) {
    if (count >= maxRows) break
    bytes += JSON.stringify(row, bigintAsText)?.length ?? 4
    if (bytes > maxBytes) break
    count++
  }
  return { rows: count === rows.length ? rows : rows.slice(0, count), total: rows.length, isCapped: count < rows.length }
}

/** {@link capRows} for each of several results; `known`, the primary one, is not capped twice. */
export const capResults = (results: Record<string, Row[]>, known: { of: Row[]; rows: Row[] }): Record<string, Row[]> =>
  Object.fromEntries(Object.entries(results).map(([name, list]) => [name, list === known.of ? known.rows : capRows(list).rows]))

const bigintAsText = (_key: string, value: unknown): unknown => (typeof value === "bigint" ? value.toString() : value)
