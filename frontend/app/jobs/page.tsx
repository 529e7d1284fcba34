import type { Metadata } from "next"
import { JobsRoute } from "./jobs-route"

export const metadata: Metadata = { title: "Jobs" }

export default function Page() {
  return <JobsRoute />
}
