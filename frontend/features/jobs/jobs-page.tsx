"use client"

import { LayersIcon, TriangleAlertIcon, XIcon } from "lucide-react"
import { useEffect, useState } from "react"
import { useStore } from "zustand"
import { ConfirmDialog } from "@/components/confirm-dialog"
import { Button } from "@/components/ui/button"
import { Skeleton } from "@/components/ui/skeleton"
import { isActive, type Job } from "@/lib/jobs"
import { cn } from "@/lib/utils"
import { JobRow } from "./job-row"
import { type JobsStore } from "./state/jobs-store"

const LOOK_MS = 1000
const IDLE_LOOK_MS = 2000

/** The batch jobs of this server, as they stand: also those submitted or deleted elsewhere. */
export function JobsPage({ store }: Readonly<{ store: JobsStore }>) {
  const { status, items, nextCursor, problem, lost, load, loadMore, look, stop, again, remove, dismissProblem } = useStore(store)
  const [deleting, setDeleting] = useState<Job | null>(null)
  const [now, setNow] = useState(() => Date.now())
  const hasActive = items.some(isActive)

  useEffect(() => void load(), [load])
  useEffect(() => {
    const timer = setInterval(
      () => {
        setNow(Date.now())
        if (!document.hidden) void look()
      },
      hasActive ? LOOK_MS : IDLE_LOOK_MS,
    )
    return () => clearInterval(timer)
  }, [hasActive, look])

  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-4xl flex-col gap-6 px-4 py-8 sm:px-8">
        <header className="flex flex-col gap-1">
          <h1 className="text-xl font-semibold">Jobs</h1>
          <p className="text-muted-foreground">Statements too large for an answer in seconds. Their rows are kept as files and can be charted like any other.</p>
        </header>
        {problem && status === "ready" && (
          <p role="alert" className="flex items-center justify-between gap-2 rounded-md border border-destructive/40 py-1 pr-1 pl-3 text-[13px]">
            {problem}
            <Button variant="ghost" size="icon-sm" className="size-7" aria-label="Dismiss" onClick={dismissProblem}>
              <XIcon />
            </Button>
          </p>
        )}
        {lost && (
          <p role="status" className="flex items-center gap-2 rounded-md border px-3 py-1.5 text-[13px]">
            <TriangleAlertIcon aria-hidden className="size-4 shrink-0 text-warning" strokeWidth={1.5} />
            {lost} What is shown is from before; it is asked again by itself.
          </p>
        )}
        {status === "loading" && (
          <div role="status" aria-label="Loading the jobs" className="flex animate-in flex-col gap-2 fade-in fill-mode-both [animation-delay:150ms]">
            <Skeleton className="h-16 rounded-lg" />
            <Skeleton className="h-16 rounded-lg" />
          </div>
        )}
        {status === "failed" && (
          <div role="alert" className="flex items-center gap-3">
            <p>{problem}</p>
            <Button variant="outline" size="sm" onClick={() => void load()}>
              Try again
            </Button>
          </div>
        )}
        {status === "ready" && items.length === 0 && <Empty />}
        {items.length > 0 && (
          <ul aria-label="Jobs" className={cn("divide-y overflow-hidden rounded-lg border bg-card", lost && "opacity-60")}>
            {items.map((job) => (
              <JobRow key={job.id} job={job} now={now} onStop={() => void stop(job.id)} onAgain={() => void again(job.id)} onDelete={() => setDeleting(job)} />
            ))}
          </ul>
        )}
        {nextCursor !== null && (
          <Button variant="outline" size="sm" className="self-center" onClick={() => void loadMore()}>
            Show more
          </Button>
        )}
      </div>
      <ConfirmDialog
        isOpen={deleting !== null}
        title="Delete this job and its files?"
        description="Charts of its rows can then not be shown or refreshed any more."
        confirm="Delete job"
        onClose={() => setDeleting(null)}
        onConfirm={() => deleting && void remove(deleting.id)}
      />
    </div>
  )
}

const Empty = () => (
  <div className="flex flex-col items-start gap-2 rounded-lg border border-dashed p-6">
    <LayersIcon aria-hidden className="size-4 text-muted-foreground" strokeWidth={1.5} />
    <p className="font-medium">No jobs yet</p>
    <p className="max-w-prose text-muted-foreground">Ask “submit a spark job: …” in the chat. It runs on the Spark cluster where one is configured, else in DuckDB without a time limit of seconds.</p>
  </div>
)
