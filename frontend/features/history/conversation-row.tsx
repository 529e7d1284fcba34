"use client"

import { MoreHorizontal, Pencil, Trash2 } from "lucide-react"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "@/components/ui/dropdown-menu"
import { Input } from "@/components/ui/input"
import { formatAgo } from "@/lib/format"
import { cn } from "@/lib/utils"
import { useHistory } from "./contexts"
import { type ConversationSummary } from "./history-store"

type ConversationRowProps = { item: ConversationSummary; isActive: boolean; onOpen: (id: string) => void }

export function ConversationRow({ item, isActive, onOpen }: ConversationRowProps) {
  const [isRenaming, setRenaming] = useState(false)
  const remove = useHistory((state) => state.remove)
  if (isRenaming) return <RenameField item={item} onDone={() => setRenaming(false)} />
  const changed = new Date(item.updatedAt)
  return (
    <li className={cn("group flex items-center rounded-md pr-1 hover:bg-accent", isActive && "bg-accent")}>
      <button
        type="button"
        aria-current={isActive ? "true" : undefined}
        className="flex min-w-0 flex-1 items-baseline gap-2 rounded-md px-2 py-1.5 text-left outline-none focus-visible:ring-2 focus-visible:ring-ring"
        onClick={() => onOpen(item.id)}
      >
        <span className="min-w-0 flex-1 truncate">{item.title}</span>
        <time dateTime={item.updatedAt} title={changed.toLocaleString()} className="shrink-0 text-xs text-muted-foreground">
          {formatAgo(changed.getTime(), Date.now())}
        </time>
      </button>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" className="size-7 text-muted-foreground" aria-label={`More for ${item.title}`}>
            <MoreHorizontal />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem onSelect={() => setRenaming(true)}>
            <Pencil /> Rename
          </DropdownMenuItem>
          <DropdownMenuItem variant="destructive" onSelect={() => void remove(item.id)}>
            <Trash2 /> Delete
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
    </li>
  )
}

function RenameField({ item, onDone }: { item: ConversationSummary; onDone: () => void }) {
  const [title, setTitle] = useState(item.title)
  const rename = useHistory((state) => state.rename)
  const save = () => {
    onDone()
    if (title.trim() !== item.title) void rename(item.id, title)
  }
  return (
    <li className="px-1 py-0.5">
      <Input
        autoFocus
        aria-label="Title"
        className="h-8"
        value={title}
        maxLength={200}
        onFocus={(focused) => focused.target.select()}
        onChange={(change) => setTitle(change.target.value)}
        onBlur={save}
        onKeyDown={(pressed) => {
          if (pressed.key === "Enter") save()
          if (pressed.key !== "Escape") return
          pressed.preventDefault()
          pressed.stopPropagation()
          onDone()
        }}
      />
    </li>
  )
}
