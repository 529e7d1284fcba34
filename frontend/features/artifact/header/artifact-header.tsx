"use client"

import { BookmarkIcon, CheckIcon, RefreshCwIcon } from "lucide-react"
import { type RefObject, useEffect, useState } from "react"
import type { PreviewHandle } from "@/features/preview"
import { cn } from "@/lib/utils"
import { useArtifact } from "../artifact-context"
import { isUpdating, oldestFetch, orderedResults, type ArtifactView } from "../state/artifact-view"
import { useIsOnline } from "../view/hooks"
import { ToolButton } from "../view/tool-button"
import { EditableTitle } from "./editable-title"
import { Freshness } from "./freshness"
import { SaveDialog } from "./save-dialog"
import { ShareMenu } from "./share-menu"
import { VersionMenu } from "./version-menu"

/** The one line above a chart: title, version, freshness, and what can be done with it. */
export function ArtifactHeader({ view, previewRef, isReadOnly }: Readonly<{ view: ArtifactView; previewRef: RefObject<PreviewHandle | null>; isReadOnly: boolean }>) {
  const rename = useArtifact((state) => state.rename)
  const versions = useArtifact((state) => state.versions)
  const loadVersions = useArtifact((state) => state.loadVersions)
  const openArtifact = useArtifact((state) => state.openArtifact)
  const { id, version } = view
  const fetchedAt = oldestFetch(view)
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 border-b px-3">
      <EditableTitle key={id} title={view.title || "Untitled"} isReadOnly={isReadOnly || id === null} onRename={(title) => void rename(title)} />
      {id !== null && version !== null && (
        <VersionMenu version={version} versions={versions} onOpen={() => void loadVersions()} onSelect={(next) => void openArtifact(id, next)} />
      )}
      <div className="ml-auto flex shrink-0 items-center gap-0.5">
        {fetchedAt && (
          <div className="mr-1">
            <Freshness fetchedAt={fetchedAt} />
          </div>
        )}
        <RefreshButton view={view} />
        <SaveButton view={view} />
        <ShareMenu view={view} previewRef={previewRef} />
      </div>
    </header>
  )
}

function RefreshButton({ view }: Readonly<{ view: ArtifactView }>) {
  const refresh = useArtifact((state) => state.refresh)
  const isOnline = useIsOnline()
  const isBusy = isUpdating(view)
  const hasResult = orderedResults(view).some((result) => result.sql !== null && result.fetchedAt !== null)
  return (
    <ToolButton
      label="Refresh"
      isLabelShown
      aria-busy={isBusy}
      disabled={!hasResult || isBusy || !isOnline || view.status === "streaming"}
      icon={<RefreshCwIcon className={cn(isBusy && "animate-spin motion-reduce:animate-none")} />}
      onClick={() => void refresh()}
    />
  )
}

function SaveButton({ view }: Readonly<{ view: ArtifactView }>) {
  const saveTemplate = useArtifact((state) => state.saveTemplate)
  const [isSaved, setIsSaved] = useState(false)
  useEffect(() => {
    if (!isSaved) return
    const timer = setTimeout(() => setIsSaved(false), 3000)
    return () => clearTimeout(timer)
  }, [isSaved])
  const label = isSaved ? "Saved" : "Save as template"
  return (
    <>
      <SaveDialog
        title={view.title}
        onSave={saveTemplate}
        onSaved={() => setIsSaved(true)}
        trigger={<ToolButton label={label} isLabelShown disabled={view.id === null} icon={isSaved ? <CheckIcon className="text-success" /> : <BookmarkIcon />} />}
      />
      <span role="status" className="sr-only">
        {isSaved ? "Saved as a template" : ""}
      </span>
    </>
  )
}
