"use client"

import { EllipsisIcon, PencilIcon, Trash2Icon } from "lucide-react"
import { useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "@/components/ui/dropdown-menu"
import { Input } from "@/components/ui/input"
import type { TemplateSummary } from "./state/templates-store"

type TemplateRowProps = Readonly<{
  template: TemplateSummary
  isOpening: boolean
  isDisabled: boolean
  onOpen: () => void
  onRename: (name: string) => void
  onDelete: () => void
}>

/** One template: what it is called, the question it answers, and how to open, rename or delete it. */
export function TemplateRow({ template, isOpening, isDisabled, onOpen, onRename, onDelete }: TemplateRowProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const isRenameChosen = useRef(false)
  const finish = (name: string | null) => {
    setDraft(null)
    if (name !== null) onRename(name)
  }
  return (
    <li className="relative flex items-center gap-3 px-4 py-3 hover:bg-muted/50">
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        {draft === null ? (
          <h2 className="min-w-0">
            <button
              type="button"
              disabled={isDisabled}
              onClick={onOpen}
              // the whole row opens: the button's box is stretched over it
              className="max-w-full truncate rounded-sm text-left font-medium outline-none after:absolute after:inset-0 focus-visible:ring-2 focus-visible:ring-ring"
            >
              {template.name}
            </button>
          </h2>
        ) : (
          <Input
            aria-label="Name"
            autoFocus
            maxLength={200}
            value={draft}
            className="relative z-10 h-7 max-w-96 px-1.5 font-medium"
            onChange={({ target }) => setDraft(target.value)}
            onFocus={({ target }) => target.select()}
            onBlur={() => finish(draft)}
            onKeyDown={({ key }) => {
              if (key === "Enter") finish(draft)
              if (key === "Escape") finish(null)
            }}
          />
        )}
        {template.prompt && <p className="truncate text-[13px] text-muted-foreground">{template.prompt}</p>}
      </div>
      <span role="status" className="shrink-0 text-xs text-muted-foreground tabular-nums">
        {isOpening ? (
          "Opening…"
        ) : (
          <time dateTime={template.createdAt} title={new Date(template.createdAt).toLocaleString("en-GB")} className="hidden sm:inline">
            Saved {new Date(template.createdAt).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" })}
          </time>
        )}
      </span>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" className="relative z-10" aria-label={`More for ${template.name}`}>
            <EllipsisIcon />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent
          align="end"
          onCloseAutoFocus={(closing) => {
            if (!isRenameChosen.current) return
            // the field takes the focus, and only once the menu has let go of it
            closing.preventDefault()
            isRenameChosen.current = false
            setDraft(template.name)
          }}
        >
          <DropdownMenuItem onSelect={() => (isRenameChosen.current = true)}>
            <PencilIcon /> Rename
          </DropdownMenuItem>
          <DropdownMenuItem variant="destructive" onSelect={onDelete}>
            <Trash2Icon /> Delete
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
    </li>
  )
}
