"use client"

import { ConfirmDialog } from "@/components/confirm-dialog"
import { Button } from "@/components/ui/button"
import { countOf } from "@/lib/format"
import { cn } from "@/lib/utils"
import { useHistory } from "./contexts"

/** Deletes every conversation, after a question. */
export function ClearHistory({ className, ...props }: React.ComponentProps<typeof Button>) {
  const clear = useHistory((state) => state.clear)
  const count = useHistory((state) => state.items.length)
  const hasMore = useHistory((state) => state.nextCursor !== null)
  return (
    <ConfirmDialog
      title="Clear history?"
      description={`${hasMore ? "All conversations are" : countOf(count, "conversation is", "conversations are")} deleted for good. Templates and data stay.`}
      confirm="Delete all"
      keep="Keep"
      trigger={
        <Button variant="outline" size="sm" className={cn("self-start", className)} disabled={count === 0} {...props}>
          Clear history
        </Button>
      }
      onConfirm={() => void clear()}
    />
  )
}
