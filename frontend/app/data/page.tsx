import type { Metadata } from "next"
import { Suspense } from "react"
import { DataRoute } from "./data-route"

export const metadata: Metadata = { title: "Data" }

export default function Page() {
  return (
    <Suspense>
      <DataRoute />
    </Suspense>
  )
}
