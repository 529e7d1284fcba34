import { Progress } from "@/components/ui/progress"
import { describeJob, type Job } from "@/lib/jobs"
import { cn } from "@/lib/utils"

/** How far a job is: a bar where somebody knows, else one that only moves. */
export function JobBar({ job, className }: Readonly<{ job: Job; className?: string }>) {
  const fraction = job.progress?.fraction ?? null
  return (
    <Progress
      aria-label={describeJob(job)}
      value={fraction === null ? null : Math.round(fraction * 100)}
      className={cn("h-1", className)}
    />
  )
}
