"use client"

import { Plus, Table2 } from "lucide-react"
import Link from "next/link"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { Skeleton } from "@/components/ui/skeleton"
import { countOf } from "@/lib/format"
import { cn } from "@/lib/utils"

export type TableSummary = { name: string; rowCount: number; isSample: boolean; columns: readonly { name: string }[] }

/** The catalog as the start page shows it. */
export type Tables = { status: "loading" } | { status: "failed"; message: string; retry: () => void } | { status: "ready"; tables: readonly TableSummary[] }

const SHOWN_COLUMNS = 3
const GRID = "grid grid-cols-[repeat(auto-fill,minmax(min(100%,15rem),1fr))] gap-2"

/** How many tables there are, and the way to add one. */
export function TablesHeader({ tables, onAddFiles, className, ...props }: { tables: Tables; onAddFiles: () => void } & React.ComponentProps<"div">) {
  return (
    <div className={cn("flex items-center justify-between gap-2", className)} {...props}>
      <h2 className="font-medium">
        {tables.status === "ready" ? countOf(tables.tables.length, "table") : "Tables"}
        {tables.status === "ready" && isAllSample(tables.tables) && <span className="font-normal text-muted-foreground"> · sample data</span>}
      </h2>
      <Button variant="outline" size="sm" className="h-7.5" onClick={onAddFiles}>
        <Plus /> Add a file
      </Button>
    </div>
  )
}

/** The tables there are, as compact cards. */
export function TableCards({ tables }: { tables: Tables }) {
  switch (tables.status) {
    case "loading":
      return (
        <div className={`appear-late ${GRID}`} role="status" aria-label="Loading the tables">
          {Array.from({ length: 6 }, (_, index) => (
            <Skeleton key={index} className="h-[74px] rounded-lg" />
          ))}
        </div>
      )
    case "failed":
      return (
        <div role="alert" className="flex flex-wrap items-center gap-3">
          <p>{tables.message}</p>
          <Button variant="outline" size="sm" className="h-7" onClick={tables.retry}>
            Retry
          </Button>
        </div>
      )
    case "ready":
      return tables.tables.length === 0 ? (
        <p className="text-muted-foreground">No tables yet. Drop a CSV, TSV, JSON, NDJSON or Parquet file anywhere in this window.</p>
      ) : (
        <div className="flex flex-col gap-3">
          <ul className={GRID}>
            {tables.tables.map((table) => (
              <TableCard key={table.name} table={table} isMarked={table.isSample && !isAllSample(tables.tables)} />
            ))}
          </ul>
          <p className="text-xs text-muted-foreground">Or drop a CSV, TSV, JSON, NDJSON or Parquet file anywhere in this window.</p>
        </div>
      )
  }
}

const isAllSample = (tables: readonly TableSummary[]) => tables.length > 0 && tables.every(({ isSample }) => isSample)

function TableCard({ table, isMarked }: { table: TableSummary; isMarked: boolean }) {
  const shown = table.columns.slice(0, SHOWN_COLUMNS).map(({ name }) => name)
  return (
    <li className="min-w-0">
      <Link
        href={`/data?table=${encodeURIComponent(table.name)}`}
        className="flex h-full flex-col gap-0.5 rounded-lg border bg-card px-3 py-2.5 transition-colors outline-none hover:border-input focus-visible:ring-2 focus-visible:ring-ring"
      >
        <span className="flex items-center gap-2">
          <Table2 className="size-4 shrink-0 text-muted-foreground" aria-hidden="true" />
          <span className="min-w-0 truncate font-medium">{table.name}</span>
          {isMarked && (
            <Badge variant="outline" className="ml-auto font-normal text-muted-foreground">
              Sample
            </Badge>
          )}
        </span>
        <span className="text-[13px] text-muted-foreground tabular-nums">
          {countOf(table.rowCount, "row")} · {countOf(table.columns.length, "column")}
        </span>
        <span className="truncate font-mono text-xs text-muted-foreground">
          {shown.join(", ")}
          {table.columns.length > shown.length && " …"}
        </span>
      </Link>
    </li>
  )
}
