import type { Metadata } from "next"
import { TemplatesRoute } from "./templates-route"

export const metadata: Metadata = { title: "Templates" }

export default function Page() {
  return <TemplatesRoute />
}
