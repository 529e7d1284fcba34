"use client"

import { Search } from "lucide-react"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Input } from "@/components/ui/input"
import { Skeleton } from "@/components/ui/skeleton"
import { ClearHistory } from "./clear-history"
import { useHistory } from "./contexts"
import { ConversationRow } from "./conversation-row"
import { filterHistory } from "./history-store"

type ConversationListProps = { activeId: string | null; onOpen: (id: string) => void }

/** All conversations, newest first: search, open, rename, delete, clear. */
export function ConversationList({ activeId, onOpen }: ConversationListProps) {
  const [search, setSearch] = useState("")
  const items = useHistory((state) => state.items)
  const status = useHistory((state) => state.status)
  const problem = useHistory((state) => state.problem)
  const nextCursor = useHistory((state) => state.nextCursor)
  const loadMore = useHistory((state) => state.loadMore)
  const found = filterHistory(items, search)
  return (
    <div data-slot="conversation-list" className="flex min-h-0 flex-1 flex-col">
      <div className="relative px-3 py-2">
        <Search className="pointer-events-none absolute top-1/2 left-5.5 size-4 -translate-y-1/2 text-muted-foreground" aria-hidden="true" />
        <Input type="search" aria-label="Search conversations" placeholder="Search" className="h-8 pl-8" value={search} onChange={(change) => setSearch(change.target.value)} />
      </div>
      {problem && (
        <p role="alert" className="px-4 pb-2 text-[13px] text-destructive">
          {problem}
        </p>
      )}
      <div className="scrollbar-quiet min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        {items.length === 0 && status === "loading" ? (
          <ListSkeleton />
        ) : (
          <ul aria-label="Conversations">
            {found.map((item) => (
              <ConversationRow key={item.id} item={item} isActive={item.id === activeId} onOpen={onOpen} />
            ))}
          </ul>
        )}
        {found.length === 0 && status !== "loading" && (
          <p className="px-2 py-3 text-muted-foreground">{items.length === 0 ? "Nothing here yet. Ask a question and it is kept." : `No conversation holds “${search.trim()}”.`}</p>
        )}
        {nextCursor !== null && (
          <Button variant="ghost" size="sm" className="w-full" onClick={() => void loadMore()}>
            Show older
          </Button>
        )}
      </div>
      {items.length > 0 && <ClearHistory variant="ghost" className="m-2 text-muted-foreground" />}
    </div>
  )
}

function ListSkeleton() {
  return (
    <div role="status" aria-label="Loading the conversations" className="appear-late flex flex-col gap-2 p-2">
      {["w-4/5", "w-3/5", "w-2/3"].map((width) => (
        <Skeleton key={width} className={`h-5 ${width}`} />
      ))}
    </div>
  )
}
