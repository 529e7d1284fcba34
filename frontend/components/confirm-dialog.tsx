"use client"

import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"
import { Dialog, DialogClose, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle, DialogTrigger } from "@/components/ui/dialog"

type ConfirmDialogProps = Readonly<{
  title: string
  /** What is lost, and what is not. */
  description: string
  /** The button that does it. */
  confirm: string
  /** The button that does not. */
  keep?: string
  /** Opens the dialog; without one `isOpen` does. */
  trigger?: ReactNode
  isOpen?: boolean
  onClose?: () => void
  onConfirm: () => void
  children?: ReactNode
}>

/** Asks before something is gone for good. */
export function ConfirmDialog({ title, description, confirm, keep = "Keep it", trigger, isOpen, onClose, onConfirm, children }: ConfirmDialogProps) {
  return (
    <Dialog open={isOpen} onOpenChange={(isNowOpen) => !isNowOpen && onClose?.()}>
      {trigger && <DialogTrigger asChild>{trigger}</DialogTrigger>}
      <DialogContent className="sm:max-w-md">
        <DialogHeader>
          <DialogTitle>{title}</DialogTitle>
          <DialogDescription>{description}</DialogDescription>
        </DialogHeader>
        {children}
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="outline">{keep}</Button>
          </DialogClose>
          <DialogClose asChild>
            <Button variant="destructive" onClick={onConfirm}>
              {confirm}
            </Button>
          </DialogClose>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
