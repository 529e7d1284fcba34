"use client"

import { engineName, jobIdIn } from "@/lib/jobs"
import { CopyButton } from "./copy-button"
import { useJob } from "./use-job"

/** The statement of the job whose rows `sql` reads; nothing for another statement. */
export function JobStatement({ sql }: Readonly<{ sql: string | null }>) {
  const job = useJob(jobIdIn(sql))
  if (!job) return null
  return (
    <div className="border-b">
      <p className="flex h-9 items-center gap-2 pr-1.5 pl-3 text-xs text-muted-foreground">
        Ran as a job on {engineName(job.engine)}
        <span className="ml-auto">
          <CopyButton label="Copy the job's SQL" text={() => job.query} />
        </span>
      </p>
      <pre tabIndex={0} aria-label="SQL of the job" className="scrollbar-quiet max-h-72 overflow-auto px-3 pb-3 font-mono text-xs leading-5 whitespace-pre-wrap">
        {job.query.trim()}
      </pre>
      <p className="border-t px-3 py-1.5 text-xs text-muted-foreground">Its rows are read by:</p>
    </div>
  )
}
