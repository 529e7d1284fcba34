"use client"

import { useVirtualizer } from "@tanstack/react-virtual"
import { useMemo, useRef } from "react"
import type { NamedResult } from "../state/artifact-view"
import { decimalsOf } from "../view/format"
import { sampleOf, useColumnsInSight } from "./columns-in-sight"
import { Cell, HeaderCell } from "./grid-cells"
import type { Sort } from "./sort-rows"

const ROW_HEIGHT = 30

type DataGridProps = Readonly<{
  /** Accessible name. */
  label: string
  result: Pick<NamedResult, "columns" | "rows">
  /** Positions of the rows in the order they are shown. */
  positions: readonly number[]
  sort?: Sort | null
  /** Columns can be sorted where it is given. */
  onSort?: (sort: Sort | null) => void
}>

/** Rows and columns of a result. Only what is in sight is in the page, so that a hundred thousand rows, or thousands of columns, scroll as ten do. */
export function DataGrid({ label, result, positions, sort = null, onSort }: DataGridProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: positions.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    initialRect: { width: 800, height: 600 },
  })
  const { indices, template, start, width } = useColumnsInSight(result, scroller)
  const decimals = useMemo(() => result.columns.map((_, index) => decimalsOf(sampleOf(result).map((row) => row[index]))), [result])
  const rowStyle = { gridTemplateColumns: template, paddingLeft: start }
  return (
    <div ref={scroller} tabIndex={0} className="min-h-0 flex-1 overflow-auto outline-none focus-visible:ring-2 focus-visible:ring-ring focus-visible:ring-inset">
      <div role="table" aria-label={label} aria-rowcount={positions.length + 1} aria-colcount={result.columns.length} className="w-max min-w-full text-[13px]" style={{ width }}>
        <div role="rowgroup" className="sticky top-0 z-10 border-b bg-background">
          <div role="row" aria-rowindex={1} className="grid" style={rowStyle}>
            {indices.map((index) => {
              const column = result.columns[index]
              return column && <HeaderCell key={index} column={column} index={index} sort={sort} onSort={onSort} />
            })}
          </div>
        </div>
        <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => (
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 2}
              className="absolute inset-x-0 top-0 grid border-b border-border/60 hover:bg-muted/60"
              style={{ ...rowStyle, height: ROW_HEIGHT, transform: `translateY(${String(item.start)}px)` }}
            >
              {indices.map((index) => (
                <Cell key={index} index={index} type={result.columns[index]?.type ?? ""} decimals={decimals[index] ?? 0} value={result.rows[positions[item.index] ?? -1]?.[index]} />
              ))}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
