"use client"

import { useState } from "react"
import { cn } from "@/lib/utils"

type EditableTitleProps = Readonly<{ title: string; isReadOnly: boolean; onRename: (title: string) => void }>

/** A title that becomes a field when clicked. Enter or leaving it keeps the change, Escape drops it. */
export function EditableTitle({ title, isReadOnly, onRename }: EditableTitleProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const text = "min-w-0 truncate rounded-sm px-1.5 py-0.5 text-left text-sm font-semibold"
  if (isReadOnly) return <h2 className={text}>{title}</h2>
  if (draft === null)
    return (
      <h2 className="flex min-w-0">
        <button
          type="button"
          title="Rename"
          className={cn(text, "outline-none hover:bg-accent focus-visible:ring-2 focus-visible:ring-ring")}
          onClick={() => setDraft(title)}
        >
          {title}
        </button>
      </h2>
    )
  const finish = (next: string | null) => {
    setDraft(null)
    if (next !== null) onRename(next)
  }
  return (
    <input
      aria-label="Title"
      autoFocus
      maxLength={200}
      value={draft}
      className={cn(text, "w-full max-w-96 border border-input bg-background outline-none focus-visible:border-ring")}
      onChange={({ target }) => setDraft(target.value)}
      onFocus={({ target }) => target.select()}
      onBlur={() => finish(draft)}
      onKeyDown={({ key }) => {
        if (key === "Enter") finish(draft)
        if (key === "Escape") finish(null)
      }}
    />
  )
}
