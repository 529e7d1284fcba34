"use client"

import { CircleAlert } from "lucide-react"
import { lazy, Suspense, useState } from "react"
import { Button } from "@/components/ui/button"
import { useChat } from "./contexts"
import { type AssistantMessage, type TurnError as Failure } from "./state/chat-types"

const SqlEditor = lazy(async () => ({ default: (await import("./sql-editor")).SqlEditor }))

/** A failure in words, where it happened, with what can be done about it. */
export function TurnError({ answer, error }: { answer: AssistantMessage; error: Failure }) {
  const retry = useChat((state) => state.retry)
  const isBusy = useChat((state) => state.loading.isGenerating)
  const [isEditing, setEditing] = useState(false)
  return (
    <div role="alert" data-slot="turn-error" className="flex flex-col gap-2 rounded-lg border border-destructive/40 bg-destructive/5 px-3 py-2.5">
      <p className="flex gap-2">
        <CircleAlert className="mt-0.5 size-4 shrink-0 text-destructive" aria-hidden="true" />
        <span className="min-w-0 break-words">{error.message}</span>
      </p>
      <div className="flex flex-wrap gap-2 pl-6">
        <Button variant="outline" size="sm" className="h-7" disabled={isBusy} onClick={() => void retry(answer.id)}>
          Retry
        </Button>
        {error.sql !== null && (
          <Button variant="outline" size="sm" className="h-7" aria-expanded={isEditing} onClick={() => setEditing(!isEditing)}>
            Edit SQL
          </Button>
        )}
      </div>
      {isEditing && error.sql !== null && (
        <Suspense>
          <SqlEditor sql={error.sql} />
        </Suspense>
      )}
    </div>
  )
}
