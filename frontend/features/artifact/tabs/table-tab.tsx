"use client"

import { useMemo, useState } from "react"
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select"
import { orderedResults, type ArtifactView, type NamedResult } from "../state/artifact-view"
import { CopyButton } from "../view/copy-button"
import { toTsv } from "../view/exports"
import { formatRows } from "../view/format"
import { DataGrid } from "./data-grid"
import { sortedPositions, type Sort } from "./sort-rows"

/** The rows behind the chart, one result at a time. */
export function TableTab({ view }: Readonly<{ view: ArtifactView }>) {
  const results = orderedResults(view)
  const [chosen, setChosen] = useState("")
  const result = results.find((each) => each.name === chosen) ?? results[0]
  if (!result) return <p className="p-4 text-[13px] text-muted-foreground">The rows appear here when the query has run.</p>
  const picker = results.length > 1 && (
    <Select value={result.name} onValueChange={setChosen}>
      <SelectTrigger size="sm" aria-label="Result" className="h-7 text-[13px]">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        {results.map((each) => (
          <SelectItem key={each.name} value={each.name}>
            {each.name}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  )
  return <ResultTable key={result.name} result={result} title={view.title} picker={picker} />
}

type ResultTableProps = Readonly<{ result: NamedResult; title: string; picker: React.ReactNode }>

function ResultTable({ result, title, picker }: ResultTableProps) {
  const [sort, setSort] = useState<Sort | null>(null)
  const positions = useMemo(() => sortedPositions(result, sort), [result, sort])
  const copyText = () => toTsv({ columns: result.columns, rows: positions.map((position) => result.rows[position] ?? []) })
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-10 shrink-0 items-center gap-2 border-b px-3 text-xs text-muted-foreground tabular-nums">
        {picker}
        <span>
          {result.truncated ? `First ${formatRows(result.rows.length)} of ${result.rowCount.toLocaleString("en-US")}` : formatRows(result.rowCount)} · {result.columns.length} columns
        </span>
        <span className="ml-auto">
          <CopyButton label="Copy rows" text={copyText} isLabelShown />
        </span>
      </div>
      {result.rows.length === 0 ? (
        <p className="p-4 text-[13px] text-muted-foreground">{result.status === "pending" ? "Loading the rows…" : "The query answered with no rows."}</p>
      ) : (
        <DataGrid label={`Rows of ${title || result.name}`} result={result} positions={positions} sort={sort} onSort={setSort} />
      )}
    </div>
  )
}
