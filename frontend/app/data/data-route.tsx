"use client"

import { useRouter, useSearchParams } from "next/navigation"
import { DataPage } from "@/features/data"
import { useAsk } from "../use-ask"
import { useWorkspace } from "../workspace-context"

/** The page of tables; `?table=` names the one that is shown. */
export function DataRoute() {
  const { data } = useWorkspace()
  const router = useRouter()
  const selected = useSearchParams().get("table")
  const ask = useAsk()
  const select = (name: string | null) => router.replace(name === null ? "/data" : `/data?table=${encodeURIComponent(name)}`)
  return <DataPage store={data} selected={selected} onSelect={select} onAsk={ask} />
}
