"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { countOf, formatCount } from "@/lib/format"
import type { CatalogTable, OwnWords } from "../state/catalog-types"
import { ColumnTable } from "./column-table"
import { SearchField } from "./search-field"

/** Columns shown at first, and by each "more". */
const STEP = 100
/** A table of fewer columns is read without a search. */
const SEARCHED_FROM = 20

type ColumnListProps = Readonly<{ table: CatalogTable; onDescribe: (column: string, words: OwnWords) => Promise<string | null> }>

/** The columns of a table, a hundred at a time, found by name, description or other name. */
export function ColumnList({ table, onDescribe }: ColumnListProps) {
  const [search, setSearch] = useState("")
  const [most, setMost] = useState(STEP)
  const wanted = search.trim().toLowerCase()
  const found = table.columns.filter(({ name, description, synonyms }) => [name, description ?? "", ...synonyms].some((text) => text.toLowerCase().includes(wanted)))
  const left = found.length - most
  return (
    <div className="flex flex-col gap-2">
      {table.columns.length >= SEARCHED_FROM && (
        <SearchField
          label={`Find one of ${formatCount(table.columns.length)} columns`}
          className="max-w-sm"
          value={search}
          onChange={(text) => {
            setSearch(text)
            setMost(STEP)
          }}
        />
      )}
      {found.length === 0 ? (
        <p className="py-2 text-[13px] text-muted-foreground">No column is called “{search}”.</p>
      ) : (
        <div role="region" aria-label="Columns" tabIndex={0} className="overflow-x-auto rounded-lg border outline-none focus-visible:ring-2 focus-visible:ring-ring">
          <ColumnTable table={table} columns={found.slice(0, most)} onDescribe={onDescribe} />
        </div>
      )}
      {left > 0 && (
        <div className="flex items-center gap-3 text-[13px] text-muted-foreground">
          <Button variant="outline" size="sm" onClick={() => setMost(most + STEP)}>
            Show {formatCount(Math.min(left, STEP))} more
          </Button>
          {countOf(left, "column")} not shown
        </div>
      )}
    </div>
  )
}
