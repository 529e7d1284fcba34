import { useVirtualizer } from "@tanstack/react-virtual"
import { type RefObject, useMemo } from "react"
import type { NamedResult } from "../state/artifact-view"
import { formatCell } from "../view/format"

const [MIN_WIDTH, MAX_WIDTH, CHAR_WIDTH, PADDING] = [72, 340, 7.6, 28]
/** Up to so many columns are all in the page, and share what room is left. */
const FEW = 40
const SAMPLE_ROWS = 200
const SAMPLE_CELLS = 100_000

type Result = Pick<NamedResult, "columns" | "rows">

/** The rows that widths and decimals are found by: fewer of a table with thousands of columns. */
export const sampleOf = ({ columns, rows }: Result): Result["rows"] => rows.slice(0, Math.min(SAMPLE_ROWS, Math.ceil(SAMPLE_CELLS / Math.max(columns.length, 1))))

/**
 * Which columns to draw, and how wide. Of many only those in sight are in the page.
 * @returns `indices` of the columns; `template` for a grid of just these; `start` of the first and `width` of all, in pixels (undefined: as wide as they are).
 */
export function useColumnsInSight(result: Result, scroller: RefObject<HTMLElement | null>): { indices: readonly number[]; template: string; start: number; width: number | undefined } {
  const widths = useMemo(() => columnWidths(result), [result])
  const areFew = widths.length <= FEW
  const virtualizer = useVirtualizer({
    count: widths.length,
    horizontal: true,
    enabled: !areFew,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => widths[index] ?? MIN_WIDTH,
    overscan: 4,
    initialRect: { width: 800, height: 600 },
  })
  if (areFew) return { indices: widths.map((_, index) => index), template: widths.map((width) => `minmax(${String(width)}px, 1fr)`).join(" "), start: 0, width: undefined }
  const items = virtualizer.getVirtualItems()
  return {
    indices: items.map(({ index }) => index),
    template: items.map(({ size }) => `${String(size)}px`).join(" "),
    start: items[0]?.start ?? 0,
    width: virtualizer.getTotalSize(),
  }
}

/** By the name of each column and its first rows. */
function columnWidths(result: Result): readonly number[] {
  const sample = sampleOf(result)
  return result.columns.map((column, index) => {
    const longest = sample.reduce((most, row) => Math.max(most, formatCell(row[index])?.length ?? 6), column.name.length)
    return Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, longest * CHAR_WIDTH + PADDING)))
  })
}
