import { type Job } from "@/lib/jobs"

/** Jobs newest first, which is by descending id; `nextCursor` where there are older ones. */
export type JobPage = Readonly<{ items: readonly Job[]; nextCursor: string | null }>

/**
 * What is known after the newest page was asked for again: new jobs are added, those it lacks are gone.
 * @param older the state now of known jobs beyond the page, null for one that is gone; others are kept as they are
 */
export function mergePage(known: JobPage, page: JobPage, older: ReadonlyMap<string, Job | null>): JobPage {
  const byId = new Map(known.items.map((job) => [job.id, job]))
  const newest = page.items.map((job) => forward(byId.get(job.id), job))
  const last = page.items.at(-1)
  const isAdjacent = page.items.some(({ id }) => byId.has(id)) // else there may be jobs between it and what is known
  if (!last || page.nextCursor === null || !isAdjacent) return { items: newest, nextCursor: page.nextCursor }
  const rest = known.items.flatMap((job) => {
    if (job.id >= last.id) return []
    const now = older.get(job.id)
    return now === undefined ? [job] : now === null ? [] : [forward(job, now)]
  })
  return { items: [...newest, ...rest], nextCursor: rest.length > 0 ? known.nextCursor : page.nextCursor }
}

/** The newer state of a job; within an attempt its bar never goes backwards. */
function forward(known: Job | undefined, next: Job): Job {
  const before = known?.attempt === next.attempt ? (known.progress?.fraction ?? null) : null
  if (before === null || !next.progress) return next
  return { ...next, progress: { ...next.progress, fraction: Math.max(before, next.progress.fraction ?? 0) } }
}
