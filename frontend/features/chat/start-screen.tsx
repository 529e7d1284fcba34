"use client"

import { Skeleton } from "@/components/ui/skeleton"
import { AskLine } from "./ask-line"
import { type Tables, TableCards, TablesHeader } from "./table-cards"

const SHOWN_SUGGESTIONS = 4

type StartScreenProps = {
  tables: Tables
  /** Questions known to work on the tables; null while they are on their way. */
  suggestions: readonly string[] | null
  onAddFiles: () => void
}

/** What an empty conversation shows: questions to begin with, and on a narrow screen the tables below them. */
export function StartScreen({ tables, suggestions, onAddFiles }: StartScreenProps) {
  return (
    <div className="scrollbar-quiet min-h-0 flex-1 overflow-y-auto px-4 pt-5 pb-6">
      <div className="mx-auto flex max-w-[72ch] flex-col gap-4">
        <div className="flex flex-col gap-1">
          <h2 className="text-xl font-semibold tracking-tight text-balance">Ask your data</h2>
          <p className="text-muted-foreground">A question becomes SQL, and its answer a chart you can change, refresh and keep.</p>
        </div>
        <Suggestions suggestions={suggestions} />
        <section aria-label="Tables" className="flex flex-col gap-2 md:hidden">
          <TablesHeader tables={tables} onAddFiles={onAddFiles} />
          <TableCards tables={tables} />
        </section>
      </div>
    </div>
  )
}

function Suggestions({ suggestions }: { suggestions: readonly string[] | null }) {
  if (suggestions === null) {
    return (
      // as tall as what takes its place
      <div className="appear-late flex flex-col gap-0.5" aria-hidden="true">
        <Skeleton className="mb-0.5 h-5 w-20" />
        {["w-48", "w-64", "w-56", "w-52"].map((width) => (
          <div key={width} className="flex h-[29px] items-center">
            <Skeleton className={`h-5 ${width}`} />
          </div>
        ))}
      </div>
    )
  }
  if (suggestions.length === 0) return null
  return (
    <section aria-labelledby="suggestions" className="flex flex-col gap-1">
      <h3 id="suggestions" className="text-[13px] font-medium text-muted-foreground">
        Start with
      </h3>
      <ul className="flex flex-col gap-0.5">
        {suggestions.slice(0, SHOWN_SUGGESTIONS).map((question) => (
          <li key={question}>
            <AskLine question={question} />
          </li>
        ))}
      </ul>
    </section>
  )
}
