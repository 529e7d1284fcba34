"use client"

import { CircleAlert, CircleCheck, CircleSlash, DownloadIcon, EllipsisIcon, LoaderCircle, RefreshCwIcon, SquareIcon, Trash2Icon } from "lucide-react"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "@/components/ui/dropdown-menu"
import { countOf, formatAgo, formatBytes, formatDuration, formatElapsed } from "@/lib/format"
import { describeJob, engineName, isActive, type Job } from "@/lib/jobs"
import { JobBar } from "./job-bar"

type JobRowProps = Readonly<{ job: Job; now: number; onStop: () => void; onAgain: () => void; onDelete: () => void }>

/** One job: where it stands, its statement, what it wrote, and what can be done with it. */
export function JobRow({ job, now, onStop, onAgain, onDelete }: JobRowProps) {
  const [isOpen, setOpen] = useState(false)
  const [firstLine = "", ...more] = job.query.trim().split("\n")
  return (
    <li className="flex flex-col gap-1.5 px-4 py-3">
      <div className="flex items-center gap-3">
        <StateIcon job={job} />
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? "Hide" : "Show"} the statement`}
          className="min-w-0 flex-1 truncate rounded-sm text-left font-mono text-xs outline-none hover:text-primary focus-visible:ring-2 focus-visible:ring-ring"
          onClick={() => setOpen(!isOpen)}
        >
          {firstLine}
          {more.length > 0 && " …"}
        </button>
        <time dateTime={job.createdAt} title={new Date(job.createdAt).toLocaleString("en-GB")} className="hidden shrink-0 text-xs text-muted-foreground sm:inline">
          {formatAgo(Date.parse(job.createdAt), now)}
        </time>
        {isActive(job) ? (
          <Button variant="outline" size="sm" className="h-7 text-[13px]" onClick={onStop}>
            <SquareIcon className="size-3 fill-current" /> Stop
          </Button>
        ) : (
          <JobMenu job={job} onAgain={onAgain} onDelete={onDelete} />
        )}
      </div>
      {isActive(job) && <JobBar job={job} className="ml-7 w-auto" />}
      <p role={isActive(job) ? "status" : undefined} className="pl-7 text-[13px] text-muted-foreground tabular-nums">
        {isActive(job) ? progressOf(job, now) : outcomeOf(job)}
      </p>
      {isOpen && (
        <pre tabIndex={0} aria-label="SQL statement" className="scrollbar-quiet max-h-72 overflow-auto rounded-md border bg-muted/40 p-3 font-mono text-xs leading-5 whitespace-pre-wrap">
          {job.query.trim()}
        </pre>
      )}
    </li>
  )
}

function JobMenu({ job, onAgain, onDelete }: Readonly<{ job: Job; onAgain: () => void; onDelete: () => void }>) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" className="-mr-1.5 size-7" aria-label="More for this job">
          <EllipsisIcon />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {job.result?.files.map((file) => (
          <DropdownMenuItem key={file.name} asChild>
            <a href={file.url} download={file.name}>
              <DownloadIcon /> Download {job.result?.files.length === 1 ? (job.outputFormat === "csv" ? "CSV" : "Parquet") : file.name} · {formatBytes(file.bytes)}
            </a>
          </DropdownMenuItem>
        ))}
        <DropdownMenuItem onSelect={onAgain}>
          <RefreshCwIcon /> Run again
        </DropdownMenuItem>
        <DropdownMenuItem variant="destructive" onSelect={onDelete}>
          <Trash2Icon /> Delete
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}

function StateIcon({ job }: Readonly<{ job: Job }>) {
  const look = "size-4 shrink-0"
  if (isActive(job)) return <LoaderCircle className={`${look} animate-spin text-primary motion-reduce:animate-none`} aria-hidden="true" />
  if (job.state === "done") return <CircleCheck className={`${look} text-muted-foreground`} aria-label="Done" />
  if (job.state === "cancelled") return <CircleSlash className={`${look} text-muted-foreground`} aria-label="Stopped" />
  return <CircleAlert className={`${look} text-destructive`} aria-label="Failed" />
}

/** "Running on Spark · stage 2 of 4 · 12 s". */
const progressOf = (job: Job, now: number): string => [describeJob(job), job.startedAt && formatElapsed(now - Date.parse(job.startedAt))].filter(Boolean).join(" · ")

/** "9 rows · 1.2 kB · Spark 7.4 s", or why there is nothing; after a failed run, the result before stays and is told. */
function outcomeOf(job: Job): string {
  const { result } = job
  const written = result && [`${countOf(result.rowCount, "row")}${result.truncated ? ", the first of more" : ""}`, formatBytes(result.bytes), `${engineName(job.engine)} ${formatDuration(result.elapsedMs)}`].join(" · ")
  if (job.state === "done") return written ?? "Done"
  return written ? `${describeJob(job)} The result before is kept: ${written}` : describeJob(job)
}
