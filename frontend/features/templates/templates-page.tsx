"use client"

import { BookmarkIcon, XIcon } from "lucide-react"
import { useEffect, useState } from "react"
import { useStore } from "zustand"
import { ConfirmDialog } from "@/components/confirm-dialog"
import { Button } from "@/components/ui/button"
import { Skeleton } from "@/components/ui/skeleton"
import type { TemplatesStore, TemplateSummary } from "./state/templates-store"
import { TemplateRow } from "./template-row"

type TemplatesPageProps = Readonly<{
  store: TemplatesStore
  /** Opens a template on the data of now; settles when it is shown or has failed. */
  onOpen: (id: string) => Promise<void>
}>

/** All saved templates, most recently changed first. */
export function TemplatesPage({ store, onOpen }: TemplatesPageProps) {
  const { status, items, nextCursor, problem, load, loadMore, rename, remove, dismissProblem } = useStore(store)
  const [deleting, setDeleting] = useState<TemplateSummary | null>(null)
  const [opening, setOpening] = useState<string | null>(null)

  useEffect(() => void load(), [load])

  const open = async (id: string) => {
    setOpening(id)
    await onOpen(id)
    setOpening(null)
  }
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-4xl flex-col gap-6 px-4 py-8 sm:px-8">
        <header className="flex flex-col gap-1">
          <h1 className="text-xl font-semibold">Templates</h1>
          <p className="text-muted-foreground">Charts you kept. Opening one runs its SQL on the data of now and leaves the template as it is.</p>
        </header>
        {problem && status !== "failed" && (
          <p role="alert" className="flex items-center justify-between gap-2 rounded-md border border-destructive/40 py-1 pr-1 pl-3 text-[13px]">
            {problem}
            <Button variant="ghost" size="icon-sm" className="size-7" aria-label="Dismiss" onClick={dismissProblem}>
              <XIcon />
            </Button>
          </p>
        )}
        {status === "loading" && <LoadingRows />}
        {status === "failed" && (
          <div role="alert" className="flex items-center gap-3">
            <p>{problem}</p>
            <Button variant="outline" size="sm" onClick={() => void load()}>
              Try again
            </Button>
          </div>
        )}
        {status === "ready" && items.length === 0 && <Empty />}
        {items.length > 0 && (
          <ul aria-label="Templates" className="divide-y overflow-hidden rounded-lg border bg-card">
            {items.map((template) => (
              <TemplateRow
                key={template.id}
                template={template}
                isOpening={opening === template.id}
                isDisabled={opening !== null}
                onOpen={() => void open(template.id)}
                onRename={(name) => void rename(template.id, name)}
                onDelete={() => setDeleting(template)}
              />
            ))}
          </ul>
        )}
        {nextCursor !== null && (
          <Button variant="outline" size="sm" className="self-center" onClick={() => void loadMore()}>
            Show more
          </Button>
        )}
      </div>
      <ConfirmDialog
        isOpen={deleting !== null}
        title={`Delete “${deleting?.name ?? ""}”?`}
        description="Charts that were opened from it stay. The template itself cannot be brought back."
        confirm="Delete template"
        onClose={() => setDeleting(null)}
        onConfirm={() => deleting && void remove(deleting.id)}
      />
    </div>
  )
}

const LoadingRows = () => (
  <div role="status" aria-label="Loading the templates" className="flex animate-in flex-col gap-2 fade-in fill-mode-both [animation-delay:150ms]">
    {[0, 1, 2].map((row) => (
      <Skeleton key={row} className="h-16 rounded-lg" />
    ))}
  </div>
)

const Empty = () => (
  <div className="flex flex-col items-start gap-2 rounded-lg border border-dashed p-6">
    <BookmarkIcon aria-hidden className="size-4 text-muted-foreground" strokeWidth={1.5} />
    <p className="font-medium">No templates yet</p>
    <p className="max-w-prose text-muted-foreground">
      Ask a question, and when the chart is one you will want again, press “Save as template” above it. It keeps the question, its SQL, the chart and its parameters.
    </p>
  </div>
)
