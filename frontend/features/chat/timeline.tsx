"use client"

import { ChartNoAxesColumn, ChevronRight, CircleAlert, LoaderCircle, Search } from "lucide-react"
import { useState } from "react"
import { countOf, formatDuration } from "@/lib/format"
import { useChatHost } from "./contexts"
import { QueryCard } from "./query-card"
import { type AssistantMessage, type DrawStep, type LookStep, type QueryStep, type TimelineStep } from "./state/chat-types"
import { isOpen } from "./state/reduce-run"

/** The steps of an answer: open while it is written, one line afterwards (and on a narrow screen the way to its chart). */
export function Timeline({ answer }: { answer: AssistantMessage }) {
  const isRunning = answer.status === "running"
  const [chosen, setChosen] = useState<boolean | null>(null)
  const isUnfolded = chosen ?? (isRunning || answer.status === "failed")
  if (answer.timeline.length === 0) return null
  const draw = drawOf(answer.timeline)
  return (
    <div data-slot="timeline" className="flex flex-col gap-1.5">
      {!isRunning && (
        <button
          type="button"
          aria-expanded={isUnfolded}
          className="group -mx-1.5 flex items-center gap-1.5 self-start rounded-md px-1.5 py-0.5 text-left text-[13px] text-muted-foreground outline-none hover:text-foreground focus-visible:ring-2 focus-visible:ring-ring"
          onClick={() => setChosen(!isUnfolded)}
        >
          <ChevronRight className="size-3.5 shrink-0 transition-transform group-aria-expanded:rotate-90" aria-hidden="true" />
          <span className="tabular-nums">{summarise(answer.timeline)}</span>
        </button>
      )}
      {!isUnfolded && draw && (
        <div className="md:hidden">
          <DrawLine step={draw} />
        </div>
      )}
      {isUnfolded && (
        <ol aria-label="Steps of the answer" className="flex flex-col gap-1.5">
          {answer.timeline.map((step) => (
            <li key={step.kind === "draw" ? "draw" : step.callId}>
              <Step step={step} />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

function Step({ step }: { step: TimelineStep }) {
  switch (step.kind) {
    case "query":
      return <QueryCard step={step} />
    case "look":
      return <LookLine step={step} />
    case "draw":
      return <DrawLine step={step} />
  }
}

const LOOKS: Readonly<Record<string, string>> = { list_tables: "Looked at the tables", describe_table: "Looked at the columns", find_values: "Looked up values", get_sales_data: "Looked at the sales data" }

function LookLine({ step }: { step: LookStep }) {
  const Icon = isOpen(step) ? LoaderCircle : step.state === "failed" ? CircleAlert : Search
  return (
    <p className="flex items-center gap-2 px-2.5 py-0.5 text-[13px] text-muted-foreground">
      <Icon className={`size-4 shrink-0 ${isOpen(step) ? "animate-spin text-primary" : ""}`} aria-hidden="true" />
      <span className="min-w-0 truncate">
        {LOOKS[step.tool] ?? `Used ${step.tool.replaceAll("_", " ")}`}
        {step.subject && <> of {step.subject}</>}
        {step.state === "failed" && ": it failed"}
      </span>
    </p>
  )
}

function DrawLine({ step }: { step: DrawStep }) {
  const { showArtifact } = useChatHost()
  return (
    <button
      type="button"
      className="flex w-full items-center gap-2 rounded-md border bg-card px-2.5 py-1.5 text-left text-[13px] outline-none hover:bg-accent focus-visible:ring-2 focus-visible:ring-ring"
      onClick={() => showArtifact({ id: step.artifactId, version: step.version })}
    >
      <ChartNoAxesColumn className="size-4 shrink-0 text-muted-foreground" aria-hidden="true" />
      <span className="min-w-0 truncate font-medium">{step.title || "Chart"}</span>
      <span className="flex-1 text-muted-foreground">version {step.version}</span>
      <span className="text-xs text-muted-foreground">Show</span>
    </button>
  )
}

/** "Queried 4 rows in 3 ms · drew version 1": the steps in one line. */
export function summarise(timeline: readonly TimelineStep[]): string {
  const queries = timeline.filter((step): step is QueryStep => step.kind === "query")
  const finished = queries.filter((step) => step.state === "finished")
  const failed = queries.filter((step) => step.state === "failed")
  const draw = drawOf(timeline)
  const elapsedMs = finished.reduce((sum, step) => sum + (step.elapsedMs ?? 0), 0)
  const [only] = finished
  const parts = [
    finished.length > 1 && `${countOf(finished.length, "query", "queries")} in ${formatDuration(elapsedMs)}`,
    finished.length === 1 && only && `queried ${only.rowCount === null ? "rows" : countOf(only.rowCount, "row")} in ${formatDuration(elapsedMs)}`,
    failed.length > 0 && `${countOf(failed.length, "query", "queries")} failed`,
    draw && `drew version ${String(draw.version)}`,
  ].filter((part) => typeof part === "string")
  const text = parts.length > 0 ? parts.join(" · ") : countOf(timeline.length, "step")
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const drawOf = (timeline: readonly TimelineStep[]) => timeline.findLast((step): step is DrawStep => step.kind === "draw")
