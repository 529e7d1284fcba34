"use client"

import { useEffect, useState } from "react"
import { countOf } from "@/lib/format"
import type { Dependents } from "../state/catalog-types"
import type { DataState } from "../state/data-store"

const MAX_NAMES = 5

type TableDependentsProps = Readonly<{ table: string; dependentsOf: DataState["dependentsOf"] }>

/** Names what reads a table: templates, charts, tables with a key to it. */
export function TableDependents({ table, dependentsOf }: TableDependentsProps) {
  const [found, setFound] = useState<Dependents | { problem: string } | null>(null)
  useEffect(() => {
    let isGone = false
    void dependentsOf(table).then((dependents) => !isGone && setFound(dependents))
    return () => {
      isGone = true
    }
  }, [table, dependentsOf])

  if (found === null) return <p role="status" className="text-[13px] text-muted-foreground">Looking for what reads it…</p>
  if ("problem" in found) return <p role="alert" className="text-[13px]">What reads it could not be found out. {found.problem}</p>
  const lines = linesOf(found)
  if (lines.length === 0) return <p role="status" className="text-[13px] text-muted-foreground">No template, no chart and no other table needs it.</p>
  return (
    <div className="flex flex-col gap-1 rounded-lg border p-3 text-[13px]">
      <p className="text-muted-foreground">Read by</p>
      <ul aria-label={`What needs ${table}`} className="flex flex-col gap-1">
        {lines.map(({ what, names }) => (
          <li key={what} className="break-words">
            <span className="font-medium">{what}</span> <span className="text-muted-foreground">{shortened(names)}</span>
          </li>
        ))}
        {!found.isComplete && <li className="text-muted-foreground">There may be more.</li>}
      </ul>
    </div>
  )
}

const linesOf = ({ templates, charts, tables }: Dependents) =>
  [
    { what: countOf(templates.length, "template"), names: templates.map(({ name }) => name) },
    { what: countOf(charts.length, "chart"), names: charts.map(({ title }) => title) },
    { what: countOf(tables.length, "table"), names: tables },
  ].filter(({ names }) => names.length > 0)

const shortened = (names: readonly string[]) =>
  names.length <= MAX_NAMES ? names.join(", ") : `${names.slice(0, MAX_NAMES).join(", ")} and ${String(names.length - MAX_NAMES)} more`
