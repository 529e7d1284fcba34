"use client"

import { ChevronRight, CircleAlert, CircleSlash, Database } from "lucide-react"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Collapsible, CollapsibleContent, CollapsibleTrigger } from "@/components/ui/collapsible"
import { Progress } from "@/components/ui/progress"
import { countOf, formatBytes, formatDuration, formatElapsed } from "@/lib/format"
import { engineName } from "@/lib/jobs"
import { type QueryStep } from "./state/chat-types"
import { isOpen } from "./state/reduce-run"
import { useElapsedMs } from "./use-elapsed-ms"

/** One query: its name, rows and time in a line that opens to the statement. */
export function QueryCard({ step }: { step: QueryStep }) {
  const hasSql = step.sql.trim() !== ""
  const elapsedMs = useElapsedMs(step.elapsedMs, step.isJob && isOpen(step))
  return (
    <Collapsible data-slot="query-card" className="overflow-hidden rounded-md border bg-card">
      <CollapsibleTrigger
        disabled={!hasSql}
        className="group flex w-full items-center gap-2 px-2.5 py-1.5 text-left text-[13px] outline-none hover:bg-accent focus-visible:ring-2 focus-visible:ring-ring focus-visible:ring-inset disabled:hover:bg-transparent"
      >
        <StateIcon step={step} />
        <span className="min-w-0 truncate font-medium">{step.isJob ? "Job" : step.name}</span>
        <span className="min-w-0 truncate text-muted-foreground tabular-nums">{describeQuery(step)}</span>
        <span className="flex-1 text-muted-foreground tabular-nums">{isOpen(step) && elapsedMs !== null && formatElapsed(elapsedMs)}</span>
        {hasSql && (
          <span className="flex items-center gap-1 text-xs text-muted-foreground">
            SQL <ChevronRight className="size-3.5 transition-transform group-data-[state=open]:rotate-90" aria-hidden="true" />
          </span>
        )}
      </CollapsibleTrigger>
      {step.isJob && isOpen(step) && <JobBar step={step} />}
      <CollapsibleContent className="border-t bg-muted/40">
        <SqlText sql={step.sql} />
        {step.state === "failed" && step.message && <p className="border-t px-3 py-2 text-xs text-destructive">{step.message}</p>}
      </CollapsibleContent>
    </Collapsible>
  )
}

/** How far a job is: a bar where somebody knows, else one that only moves. */
function JobBar({ step }: { step: QueryStep }) {
  return (
    <Progress
      aria-label={step.message ?? "The job runs"}
      value={step.progress === null ? null : Math.round(step.progress * 100)}
      className="h-1 rounded-none"
    />
  )
}

function SqlText({ sql }: { sql: string }) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(sql)
    setCopied(true)
  }
  return (
    <div className="relative">
      <pre className="scrollbar-quiet max-h-72 overflow-auto p-3 pr-16 font-mono text-xs leading-5 whitespace-pre-wrap" tabIndex={0} aria-label="SQL statement">
        {sql.trim()}
      </pre>
      <Button variant="ghost" size="sm" className="absolute top-1.5 right-1.5 h-6 px-2 text-xs text-muted-foreground" onClick={() => void copy()}>
        <span role="status">{isCopied ? "Copied" : "Copy"}</span>
      </Button>
    </div>
  )
}

function StateIcon({ step }: { step: QueryStep }) {
  const look = "size-4 shrink-0"
  if (isOpen(step)) return <Database className={`${look} text-primary`} aria-hidden="true" />
  if (step.state === "failed") return <CircleAlert className={`${look} text-destructive`} aria-label="Failed" />
  if (step.state === "cancelled") return <CircleSlash className={`${look} text-muted-foreground`} aria-label="Stopped" />
  return <Database className={`${look} text-muted-foreground`} aria-hidden="true" />
}

/** "4 rows · 3 ms", of a job "9 rows · Spark 7.4 s · 1.2 kB", or what became of it instead. */
export function describeQuery({ state, isJob, engine, rowCount, truncated, elapsedMs, bytes, progress, message }: QueryStep): string {
  if (isJob && isOpen({ state })) return message ?? "running"
  if (isOpen({ state })) return progress === null ? "running" : `${String(Math.round(progress * 100))} %`
  if (state === "failed") return message ?? "failed"
  if (state === "cancelled") return "stopped"
  const rows = rowCount === null ? null : `${countOf(rowCount, "row")}${truncated ? ", the first of them shown" : ""}`
  const time = elapsedMs === null ? null : formatDuration(elapsedMs)
  return [rows, isJob && engine && time ? `${engineName(engine)} ${time}` : time, bytes ? formatBytes(bytes) : null].filter(Boolean).join(" · ")
}
