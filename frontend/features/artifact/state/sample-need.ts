import { maxBytes, maxRows } from "@/lib/sandbox/row-limits"
import type { WireResult } from "./wire"

/** Rows a chart is given of a result it cannot be given whole. */
export const SAMPLE_POINTS = 2_000

/** True when a frame would not get all rows of the statement: there are more than are here, or more than it takes. */
export function needsSample(result: Pick<WireResult, "columns" | "rows" | "truncated">): boolean {
  if (result.truncated || result.rows.length > maxRows) return true
  if (result.rows.length <= SAMPLE_POINTS) return false
  const namesBytes = result.columns.reduce((sum, column) => sum + column.name.length + 3, 0)
  return JSON.stringify(result.rows).length + namesBytes * result.rows.length > maxBytes
}
