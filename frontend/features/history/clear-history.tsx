"use client"

import { Button } from "@/components/ui/button"
import { Dialog, DialogClose, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle, DialogTrigger } from "@/components/ui/dialog"
import { countOf } from "@/lib/format"
import { cn } from "@/lib/utils"
import { useHistory } from "./contexts"

/** Deletes every conversation, after a question. */
export function ClearHistory({ className, ...props }: React.ComponentProps<typeof Button>) {
  const clear = useHistory((state) => state.clear)
  const count = useHistory((state) => state.items.length)
  const hasMore = useHistory((state) => state.nextCursor !== null)
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button variant="outline" size="sm" className={cn("self-start", className)} disabled={count === 0} {...props}>
          Clear history
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Clear history?</DialogTitle>
          <DialogDescription>
            {hasMore ? "All conversations are" : `${countOf(count, "conversation is", "conversations are")}`} deleted for good. Templates and data stay.
          </DialogDescription>
        </DialogHeader>
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="outline">Keep</Button>
          </DialogClose>
          <DialogClose asChild>
            <Button variant="destructive" onClick={() => void clear()}>
              Delete all
            </Button>
          </DialogClose>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
