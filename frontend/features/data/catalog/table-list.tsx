"use client"

import { Table2Icon } from "lucide-react"
import { useState } from "react"
import { cn } from "@/lib/utils"
import type { CatalogTable } from "../state/catalog-types"
import { SearchField } from "./search-field"

type TableListProps = Readonly<{ tables: readonly CatalogTable[]; selected: string | null; onSelect: (name: string) => void }>

/** All tables, found by name or by one of their columns. */
export function TableList({ tables, selected, onSelect }: TableListProps) {
  const [search, setSearch] = useState("")
  const wanted = search.trim().toLowerCase()
  const found = tables.filter((table) => [table.name, ...table.columns.map((column) => column.name)].some((name) => name.toLowerCase().includes(wanted)))
  return (
    <nav aria-label="Tables" className="flex min-h-0 flex-col">
      <div className="p-3">
        <SearchField label="Find a table or column" value={search} onChange={setSearch} />
      </div>
      <ul className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
        {found.map((table) => (
          <li key={table.name}>
            <button
              type="button"
              aria-current={table.name === selected ? "true" : undefined}
              className={cn(
                "flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left outline-none hover:bg-accent focus-visible:ring-2 focus-visible:ring-ring",
                table.name === selected && "bg-accent font-medium",
              )}
              onClick={() => onSelect(table.name)}
            >
              <Table2Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" strokeWidth={1.5} />
              <span className="min-w-0 flex-1 truncate">{table.name}</span>
              <span className="text-xs font-normal text-muted-foreground tabular-nums">{table.rowCount.toLocaleString("en-US")}</span>
            </button>
          </li>
        ))}
        {found.length === 0 && <li className="px-2 py-1.5 text-[13px] text-muted-foreground">Nothing is called “{search}”.</li>}
      </ul>
    </nav>
  )
}
