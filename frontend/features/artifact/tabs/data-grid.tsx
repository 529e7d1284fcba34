"use client"

import { useVirtualizer } from "@tanstack/react-virtual"
import { ArrowDownIcon, ArrowUpIcon } from "lucide-react"
import { useMemo, useRef } from "react"
import { cn } from "@/lib/utils"
import type { NamedResult } from "../state/artifact-view"
import { kindOf } from "../state/contract-change"
import { decimalsOf, formatCell, formatNumber, plainCell } from "../view/format"
import { nextSort, type Sort } from "./sort-rows"

const ROW_HEIGHT = 30
const SAMPLE_ROWS = 200
const [MIN_WIDTH, MAX_WIDTH, CHAR_WIDTH, PADDING] = [72, 340, 7.6, 28]

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

/** Rows and columns of a result. Only rows in sight are in the page, so that a hundred thousand scroll as ten do. */
export function DataGrid({ label, result, positions, sort = null, onSort }: DataGridProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: positions.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    initialRect: { width: 800, height: 600 },
  })
  const template = useMemo(() => columnWidths(result).map((width) => `minmax(${String(width)}px, 1fr)`).join(" "), [result])
  const decimals = useMemo(() => result.columns.map((_, index) => decimalsOf(result.rows.slice(0, SAMPLE_ROWS).map((row) => row[index]))), [result])
  return (
    <div ref={scroller} tabIndex={0} className="min-h-0 flex-1 overflow-auto outline-none focus-visible:ring-2 focus-visible:ring-ring focus-visible:ring-inset">
      <div role="table" aria-label={label} aria-rowcount={positions.length + 1} aria-colcount={result.columns.length} className="w-max min-w-full text-[13px]">
        <div role="rowgroup" className="sticky top-0 z-10 border-b bg-background">
          <div role="row" aria-rowindex={1} className="grid" style={{ gridTemplateColumns: template }}>
            {result.columns.map((column, index) => (
              <HeaderCell key={index} column={column} index={index} sort={sort} onSort={onSort} />
            ))}
          </div>
        </div>
        <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => (
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 2}
              className="absolute inset-x-0 top-0 grid border-b border-border/60 hover:bg-muted/60"
              style={{ gridTemplateColumns: template, height: ROW_HEIGHT, transform: `translateY(${String(item.start)}px)` }}
            >
              {result.columns.map((column, index) => (
                <Cell key={index} type={column.type} decimals={decimals[index] ?? 0} value={result.rows[positions[item.index] ?? -1]?.[index]} />
              ))}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

type HeaderCellProps = Readonly<{ column: NamedResult["columns"][number]; index: number; sort: Sort | null; onSort?: (sort: Sort | null) => void }>

function HeaderCell({ column, index, sort, onSort }: HeaderCellProps) {
  const isSorted = sort?.column === index
  const Icon = sort?.isDescending ? ArrowDownIcon : ArrowUpIcon
  return (
    <div role="columnheader" aria-sort={!onSort ? undefined : !isSorted ? "none" : sort.isDescending ? "descending" : "ascending"} className="min-w-0">
      <button
        type="button"
        title={`${column.name} (${column.type})`}
        disabled={!onSort}
        className={cn(
          "flex h-8 w-full items-center gap-1 px-3 text-xs font-medium text-muted-foreground outline-none hover:text-foreground focus-visible:ring-2 focus-visible:ring-ring focus-visible:ring-inset",
          kindOf(column.type) === "number" && "justify-end",
        )}
        onClick={() => onSort?.(nextSort(sort, index))}
      >
        <span className="truncate">{column.name}</span>
        {isSorted && <Icon aria-hidden className="size-3 shrink-0" />}
      </button>
    </div>
  )
}

function Cell({ type, decimals, value }: Readonly<{ type: string; decimals: number; value: unknown }>) {
  const text = typeof value === "number" ? formatNumber(value, decimals) : formatCell(value)
  const isCut = text !== null && (text.length > 30 || (typeof value === "number" && Number(value.toFixed(decimals)) !== value))
  return (
    <div
      role="cell"
      title={isCut ? plainCell(value) : undefined}
      className={cn(
        "truncate px-3 leading-[30px] tabular-nums",
        kindOf(type) === "number" && "text-right",
        text === null && "text-muted-foreground italic",
      )}
    >
      {text ?? "(none)"}
    </div>
  )
}

/** Width of each column in pixels, by its name and the first rows. */
const columnWidths = (result: DataGridProps["result"]): readonly number[] =>
  result.columns.map((column, index) => {
    const longest = result.rows.slice(0, SAMPLE_ROWS).reduce((most, row) => Math.max(most, formatCell(row[index])?.length ?? 6), column.name.length)
    return Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, longest * CHAR_WIDTH + PADDING)))
  })
