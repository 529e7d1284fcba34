import type { Metadata } from "next"
import { Suspense } from "react"
import { ArtifactRoute } from "./artifact-route"

export const metadata: Metadata = { title: "Chart" }

export default function Page() {
  return (
    <Suspense>
      <ArtifactRoute />
    </Suspense>
  )
}
