import type { NamedResult } from "../state/artifact-view"
import { kindOf } from "../state/contract-change"

export type Sort = Readonly<{ column: number; isDescending: boolean }>

const text = new Intl.Collator("en", { numeric: true, sensitivity: "base" })

/** Positions of `rows` in sorted order; NULLs last either way, equal values in their old order. */
export function sortedPositions(result: Pick<NamedResult, "columns" | "rows">, sort: Sort | null): readonly number[] {
  const positions = result.rows.map((_, index) => index)
  if (!sort) return positions
  const isNumber = kindOf(result.columns[sort.column]?.type ?? "") === "number"
  const sign = sort.isDescending ? -1 : 1
  const valueAt = (position: number) => result.rows[position]?.[sort.column] ?? null
  return positions.sort((left, right) => {
    const [a, b] = [valueAt(left), valueAt(right)]
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    return sign * (isNumber ? compareNumbers(a, b) : text.compare(String(a), String(b)))
  })
}

// whole numbers beyond 2^53 travel as strings; as numbers they could compare equal
function compareNumbers(a: unknown, b: unknown): number {
  if (typeof a === "string" && typeof b === "string" && /^-?\d+$/.test(a) && /^-?\d+$/.test(b)) return a === b ? 0 : BigInt(a) < BigInt(b) ? -1 : 1
  return Number(a) - Number(b)
}

/** unsorted → ascending → descending → unsorted. */
export const nextSort = (sort: Sort | null, column: number): Sort | null =>
  sort?.column !== column ? { column, isDescending: false } : sort.isDescending ? null : { column, isDescending: true }
