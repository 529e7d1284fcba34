import { ArrowDownIcon, ArrowUpIcon } from "lucide-react"
import { cn } from "@/lib/utils"
import type { NamedResult } from "../state/artifact-view"
import { kindOf } from "../state/contract-change"
import { formatCell, formatNumber, plainCell } from "../view/format"
import { nextSort, type Sort } from "./sort-rows"

type HeaderCellProps = Readonly<{ column: NamedResult["columns"][number]; index: number; sort: Sort | null; onSort?: (sort: Sort | null) => void }>

/** Name of a column; sorts by it where it can. */
export function HeaderCell({ column, index, sort, onSort }: HeaderCellProps) {
  const isSorted = sort?.column === index
  const Icon = sort?.isDescending ? ArrowDownIcon : ArrowUpIcon
  return (
    <div role="columnheader" aria-colindex={index + 1} aria-sort={!onSort ? undefined : !isSorted ? "none" : sort.isDescending ? "descending" : "ascending"} className="min-w-0">
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

/** One value, cut to its column. */
export function Cell({ index, type, decimals, value }: Readonly<{ index: number; type: string; decimals: number; value: unknown }>) {
  const text = typeof value === "number" ? formatNumber(value, decimals) : formatCell(value)
  const isCut = text !== null && (text.length > 30 || (typeof value === "number" && Number(value.toFixed(decimals)) !== value))
  return (
    <div
      role="cell"
      aria-colindex={index + 1}
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
