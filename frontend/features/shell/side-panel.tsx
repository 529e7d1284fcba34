"use client"

import { Sheet, SheetContent, SheetDescription, SheetTitle } from "@/components/ui/sheet"

type SidePanelProps = { title: string; description: string; children: React.ReactNode; onClose: () => void }

/** A panel beside the rail, over the page. */
export function SidePanel({ title, description, children, onClose }: SidePanelProps) {
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent side="left" className="gap-0 bg-background">
        <SheetTitle className="flex h-12 shrink-0 items-center border-b px-4">{title}</SheetTitle>
        <SheetDescription className="sr-only">{description}</SheetDescription>
        {children}
      </SheetContent>
    </Sheet>
  )
}
