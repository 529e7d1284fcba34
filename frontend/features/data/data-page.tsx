"use client"

import { ArrowLeftIcon, XIcon } from "lucide-react"
import { useEffect } from "react"
import { useStore } from "zustand"
import { Button } from "@/components/ui/button"
import { Skeleton } from "@/components/ui/skeleton"
import { cn } from "@/lib/utils"
import { TableDetail } from "./catalog/table-detail"
import { TableList } from "./catalog/table-list"
import type { DataStore } from "./state/data-store"
import { AddFiles } from "./upload/add-files"

type DataPageProps = Readonly<{
  store: DataStore
  /** Name of the table that is shown; null shows the list alone on a narrow screen and the first table on a wide one. */
  selected: string | null
  onSelect: (name: string | null) => void
  /** Sends a question to the chat. */
  onAsk: (question: string) => void
}>

/** The tables there are and the way to add more. */
export function DataPage({ store, selected, onSelect, onAsk }: DataPageProps) {
  const state = useStore(store)
  const { load, loadSample } = state

  useEffect(() => void load(), [load])

  const table = state.tables.find((each) => each.name === selected) ?? state.tables[0]
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex flex-col gap-4 border-b p-4 sm:px-6">
        <h1 className="text-xl font-semibold">Data</h1>
        <AddFiles onFiles={(files) => void state.importFiles(files)} />
        {state.problem && state.status === "ready" && (
          <p role="alert" className="flex items-center justify-between gap-2 rounded-md border border-destructive/40 py-1 pr-1 pl-3 text-[13px]">
            {state.problem}
            <Button variant="ghost" size="icon-sm" className="size-7" aria-label="Dismiss" onClick={state.dismissProblem}>
              <XIcon />
            </Button>
          </p>
        )}
      </header>
      {state.status === "loading" && (
        <div role="status" aria-label="Loading the tables" className="flex animate-in flex-col gap-2 p-6 fade-in fill-mode-both [animation-delay:150ms]">
          <Skeleton className="h-8 w-64" />
          <Skeleton className="h-64" />
        </div>
      )}
      {state.status === "failed" && (
        <div role="alert" className="flex items-center gap-3 p-6">
          <p>{state.problem}</p>
          <Button variant="outline" size="sm" onClick={() => void load()}>
            Try again
          </Button>
        </div>
      )}
      {state.status === "ready" && !table && <p className="p-6 text-muted-foreground">There are no tables yet. Add a file to ask your first question.</p>}
      {state.status === "ready" && table && (
        <div className="flex min-h-0 flex-1">
          <div className={cn("min-h-0 w-full shrink-0 flex-col border-r md:flex md:w-64", selected ? "hidden" : "flex")}>
            <TableList tables={state.tables} selected={table.name} onSelect={onSelect} />
          </div>
          <div className={cn("min-h-0 min-w-0 flex-1 flex-col md:flex", selected ? "flex" : "hidden")}>
            <Button variant="ghost" size="sm" className="m-2 self-start md:hidden" onClick={() => onSelect(null)}>
              <ArrowLeftIcon /> All tables
            </Button>
            <TableDetail
              key={table.name}
              table={table}
              sample={state.samples[table.name]}
              onLoadSample={(name) => void loadSample(name)}
              dependentsOf={state.dependentsOf}
              onDelete={(name) => {
                onSelect(null)
                void state.removeTable(name)
              }}
              onAsk={onAsk}
              onDescribe={state.describe}
            />
          </div>
        </div>
      )}
    </div>
  )
}
