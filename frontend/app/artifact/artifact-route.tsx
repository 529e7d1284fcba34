"use client"

import Link from "next/link"
import { useSearchParams } from "next/navigation"
import { useEffect } from "react"
import { Button } from "@/components/ui/button"
import { ShownArtifact } from "../shown-artifact"
import { useWorkspace } from "../workspace-context"

/** One artifact by itself: `?id=`, and `&version=` for another than the newest. */
export function ArtifactRoute() {
  const { artifact } = useWorkspace()
  const search = useSearchParams()
  const id = search.get("id")
  const version = Number(search.get("version")) || undefined

  useEffect(() => {
    if (id === null) return
    const { active, openArtifact } = artifact.getState()
    if (active?.id !== id || (version !== undefined && active.version !== version)) void openArtifact(id, version, window.location.search)
  }, [artifact, id, version])

  if (id === null) {
    return (
      <div className="grid h-full place-items-center p-6">
        <div className="flex flex-col items-center gap-3 text-center">
          <h1 className="text-base font-medium">No chart is named in this address</h1>
          <Button asChild>
            <Link href="/">Ask a question</Link>
          </Button>
        </div>
      </div>
    )
  }
  return <ShownArtifact />
}
