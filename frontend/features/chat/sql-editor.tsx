"use client"

import { useId, useState } from "react"
import { Button } from "@/components/ui/button"
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table"
import { Textarea } from "@/components/ui/textarea"
import { countOf, formatDuration } from "@/lib/format"
import { type SqlOutcome, useChatHost } from "./contexts"

const SHOWN_ROWS = 10

/** A statement to correct by hand, and its rows. */
export function SqlEditor({ sql }: { sql: string }) {
  const { runSql } = useChatHost()
  const [text, setText] = useState(sql)
  const [isRunning, setRunning] = useState(false)
  const [outcome, setOutcome] = useState<SqlOutcome | null>(null)
  const id = useId()

  const run = async () => {
    setRunning(true)
    setOutcome(await runSql(text))
    setRunning(false)
  }

  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="sr-only">
        SQL statement
      </label>
      <Textarea id={id} value={text} rows={6} spellCheck={false} className="bg-background font-mono text-xs leading-5" onChange={(change) => setText(change.target.value)} />
      <div className="flex items-center gap-3">
        <Button size="sm" className="h-7" disabled={isRunning || text.trim() === ""} onClick={() => void run()}>
          {isRunning ? "Running" : "Run"}
        </Button>
        <p role="status" className="min-w-0 text-[13px] text-muted-foreground">
          {outcome?.ok && `${countOf(outcome.rowCount, "row")} in ${formatDuration(outcome.elapsedMs)}`}
          {outcome && !outcome.ok && <span className="text-destructive">{outcome.message}</span>}
        </p>
      </div>
      {outcome?.ok && outcome.rows.length > 0 && <Rows outcome={outcome} />}
    </div>
  )
}

function Rows({ outcome }: { outcome: SqlOutcome & { ok: true } }) {
  return (
    <div className="scrollbar-quiet overflow-x-auto rounded-md border bg-background">
      <Table className="text-xs">
        <TableHeader>
          <TableRow>
            {outcome.columns.map((column, index) => (
              <TableHead key={index}>{column}</TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {outcome.rows.slice(0, SHOWN_ROWS).map((row, at) => (
            <TableRow key={at}>
              {row.map((value, index) => (
                <TableCell key={index} className="tabular-nums">
                  {value === null ? "(none)" : typeof value === "object" ? JSON.stringify(value) : String(value)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {outcome.rowCount > SHOWN_ROWS && <p className="border-t px-2 py-1 text-xs text-muted-foreground">The first {SHOWN_ROWS} rows.</p>}
    </div>
  )
}
