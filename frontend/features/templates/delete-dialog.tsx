"use client"

import { Button } from "@/components/ui/button"
import { Dialog, DialogClose, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "@/components/ui/dialog"

type DeleteDialogProps = Readonly<{ name: string | null; onConfirm: () => void; onCancel: () => void }>

/** Asks before a template is gone for good; open while `name` is set. */
export function DeleteDialog({ name, onConfirm, onCancel }: DeleteDialogProps) {
  return (
    <Dialog open={name !== null} onOpenChange={(isOpen) => !isOpen && onCancel()}>
      <DialogContent className="sm:max-w-md">
        <DialogHeader>
          <DialogTitle>Delete “{name}”?</DialogTitle>
          <DialogDescription>Charts that were opened from it stay. The template itself cannot be brought back.</DialogDescription>
        </DialogHeader>
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="outline">Keep it</Button>
          </DialogClose>
          <Button variant="destructive" onClick={onConfirm}>
            Delete template
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
