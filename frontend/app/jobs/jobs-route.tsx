"use client"

import { JobsPage } from "@/features/jobs"
import { useWorkspace } from "../workspace-context"

/** The page of batch jobs. */
export function JobsRoute() {
  const { jobs } = useWorkspace()
  return <JobsPage store={jobs} />
}
