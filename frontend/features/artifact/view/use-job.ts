import { useEffect, useState } from "react"
import type { Job } from "@/lib/jobs"
import { useArtifact } from "../artifact-context"

/** The job of that id, asked once and, where `everyMs` is given, again after each such time; null until it is known. */
export function useJob(id: string | null, everyMs: number | null = null): Job | null {
  const findJob = useArtifact((state) => state.findJob)
  const [job, setJob] = useState<Job | null>(null)
  useEffect(() => {
    if (id === null) return
    const leaving = new AbortController()
    const look = async () => {
      const found = await findJob(id, leaving.signal)
      if (found && !leaving.signal.aborted) setJob(found)
    }
    void look()
    const timer = everyMs === null ? undefined : setInterval(() => void look(), everyMs)
    return () => {
      leaving.abort()
      clearInterval(timer)
    }
  }, [id, everyMs, findJob])
  return job?.id === id ? job : null
}
