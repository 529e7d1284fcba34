"use client"

import { SquareIcon } from "lucide-react"
import { Button } from "@/components/ui/button"
import { Progress } from "@/components/ui/progress"
import { describeJob, isActive, jobIdIn } from "@/lib/jobs"
import { useArtifact } from "../artifact-context"
import { orderedResults, type ArtifactView } from "../state/artifact-view"
import { useJob } from "./use-job"

const LOOK_MS = 1000

/** While a refresh runs the job behind a result again: how far it is, and the way to stop it. */
export function JobStatus({ view }: Readonly<{ view: ArtifactView }>) {
  const stopJob = useArtifact((state) => state.stopJob)
  const refreshed = orderedResults(view).find((result) => result.status === "updating" && jobIdIn(result.sql) !== null)
  const id = refreshed ? jobIdIn(refreshed.sql) : null
  const job = useJob(id, LOOK_MS)
  if (id === null || job === null || !isActive(job)) return null
  const fraction = job.progress?.fraction ?? null
  return (
    <div data-slot="job-status" className="flex shrink-0 items-center gap-3 border-b px-4 py-1.5 text-[13px]">
      <p role="status" className="min-w-0 truncate text-muted-foreground tabular-nums">
        {describeJob(job)}
      </p>
      <Progress aria-label="Progress of the job" value={fraction === null ? null : Math.round(fraction * 100)} className="h-1 max-w-48 min-w-16 flex-1" />
      <Button variant="ghost" size="sm" className="ml-auto h-7 text-[13px]" onClick={() => void stopJob(id)}>
        <SquareIcon className="size-3 fill-current" /> Stop
      </Button>
    </div>
  )
}
