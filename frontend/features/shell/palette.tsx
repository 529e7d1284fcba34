"use client"

import { lazy, Suspense } from "react"
import { useLayout } from "./contexts"
import { type LucideIcon } from "lucide-react"

/** Something the palette can do. `group` heads it; `keys` as in "Ctrl Shift O". */
export type PaletteCommand = { id: string; group: string; label: string; icon: LucideIcon; keys?: string; run: () => void }

const PaletteDialog = lazy(async () => ({ default: (await import("./palette-dialog")).PaletteDialog }))

/** Everything by its name (Ctrl+K). Loaded when it is opened first. */
export function CommandPalette({ commands }: { commands: readonly PaletteCommand[] }) {
  const isOpen = useLayout((state) => state.isPaletteOpen)
  const setOpen = useLayout((state) => state.setPaletteOpen)
  if (!isOpen) return null
  return (
    <Suspense>
      <PaletteDialog commands={commands} onClose={() => setOpen(false)} />
    </Suspense>
  )
}
