"use client"

import { useEffect, useEffectEvent, useState } from "react"
import { FileUp } from "lucide-react"

type DropZoneProps = { onFiles: (files: readonly File[]) => void }

/** Makes the whole window a place to drop files. Text and links that are dragged pass by. */
export function DropZone({ onFiles }: DropZoneProps) {
  const [isOver, setOver] = useState(false)
  const drop = useEffectEvent((files: readonly File[]) => onFiles(files))

  useEffect(() => {
    let depth = 0
    const hasFiles = (drag: DragEvent) => drag.dataTransfer?.types.includes("Files") ?? false
    const handlers = {
      dragenter: (drag: DragEvent) => {
        if (!hasFiles(drag)) return
        drag.preventDefault()
        depth += 1
        setOver(true)
      },
      dragover: (drag: DragEvent) => {
        if (hasFiles(drag)) drag.preventDefault()
      },
      dragleave: (drag: DragEvent) => {
        if (!hasFiles(drag)) return
        depth = Math.max(0, depth - 1)
        if (depth === 0) setOver(false)
      },
      drop: (drag: DragEvent) => {
        depth = 0
        setOver(false)
        if (!hasFiles(drag) || drag.defaultPrevented) return
        drag.preventDefault()
        drop([...(drag.dataTransfer?.files ?? [])])
      },
    }
    const entries = Object.entries(handlers) as [keyof typeof handlers, (drag: DragEvent) => void][]
    for (const [name, handler] of entries) window.addEventListener(name, handler)
    return () => {
      for (const [name, handler] of entries) window.removeEventListener(name, handler)
    }
  }, [])

  if (!isOver) return null
  return (
    <div className="fixed inset-0 z-50 grid place-items-center bg-background/80 backdrop-blur-xs" role="status">
      <div className="flex flex-col items-center gap-2 rounded-lg border-2 border-dashed border-primary px-12 py-10">
        <FileUp className="size-5 text-primary" />
        <p className="text-base font-medium">Drop to add a table</p>
        <p className="text-muted-foreground">CSV, TSV, JSON, NDJSON or Parquet</p>
      </div>
    </div>
  )
}
