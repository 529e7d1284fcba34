"use client"

import { FileUpIcon } from "lucide-react"
import { useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { cn } from "@/lib/utils"

/** Kinds of files that become tables. */
export const ACCEPTED_FILES = ".csv,.tsv,.txt,.json,.ndjson,.jsonl,.parquet,.xlsx,.xls,.duckdb,.sqlite,.sqlite3,.db,.gz,.zst"

type AddFilesProps = Readonly<{ onFiles: (files: readonly File[]) => void }>

/** A place to drop files on, and a button that picks them. */
export function AddFiles({ onFiles }: AddFilesProps) {
  const picker = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  return (
    <div
      data-slot="add-files"
      className={cn("flex flex-wrap items-center gap-3 rounded-lg border border-dashed p-4 transition-colors", isOver && "border-primary bg-primary/5")}
      onDragOver={(drag) => {
        drag.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(drag) => {
        drag.preventDefault()
        drag.stopPropagation() // the window is a drop target too
        setIsOver(false)
        onFiles([...drag.dataTransfer.files])
      }}
    >
      <FileUpIcon aria-hidden className="size-4 text-muted-foreground" strokeWidth={1.5} />
      <p className="mr-auto">
        Drop a file here to add a table. <span className="text-muted-foreground">CSV, JSON, Parquet, Excel, DuckDB or SQLite; it stays on this server.</span>
      </p>
      <Button variant="outline" size="sm" onClick={() => picker.current?.click()}>
        Choose files
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label="Choose files"
        accept={ACCEPTED_FILES}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          target.value = "" // the same file may be chosen again
        }}
      />
    </div>
  )
}
