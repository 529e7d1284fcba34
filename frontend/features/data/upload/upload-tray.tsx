"use client"

import { useStore } from "zustand"
import { ReviewDialog } from "../review/review-dialog"
import type { DataStore } from "../state/data-store"
import { UploadItem } from "./upload-item"

type UploadTrayProps = Readonly<{ store: DataStore; onAsk: (question: string) => void }>

/** Files that were dropped anywhere in the app, in its lower corner, and the review of what is in them. Renders nothing while there are none. */
export function UploadTray({ store, onAsk }: UploadTrayProps) {
  const state = useStore(store)
  if (state.uploads.length === 0) return null
  const reviewed = state.uploads.find(({ id, preview }) => id === state.reviewing && preview !== null)
  return (
    <>
      <section aria-label="Uploads" className="fixed right-4 bottom-20 left-4 z-40 max-h-[60dvh] overflow-y-auto rounded-lg bg-background shadow-lg sm:left-auto sm:w-96 md:bottom-4">
        <ul className="flex flex-col gap-2">
          {state.uploads.map((upload) => (
            <UploadItem key={upload.id} upload={upload} actions={state} onAsk={onAsk} />
          ))}
        </ul>
      </section>
      {reviewed && <ReviewDialog key={`${reviewed.id} ${reviewed.preview?.id ?? ""}`} upload={reviewed} taken={state.tables.map(({ name }) => name)} dependentsOf={state.dependentsOf} actions={state} />}
    </>
  )
}
