"use client"

import { Skeleton } from "@/components/ui/skeleton"
import { useEffect } from "react"
import { Composer } from "./composer"
import { useChat } from "./contexts"
import { preloadMarkdown } from "./markdown"
import { MessageList } from "./message-list"

type ChatPanelProps = {
  /** What stands above an empty conversation. */
  start: React.ReactNode
  title: string
  /** False until the browser's own copy was looked at: then nothing is shown rather than something that goes away. */
  isReady: boolean
  maxChars: number | null
}

/** The column of the conversation. The field for questions stands below the turns and never covers them. */
export function ChatPanel({ start, title, isReady, maxChars }: ChatPanelProps) {
  const messages = useChat((state) => state.messages)
  const isOpening = useChat((state) => state.isOpening)
  useEffect(preloadMarkdown, [])
  return (
    <div data-slot="chat-panel" className="flex h-full min-h-0 flex-col">
      <header className="flex h-12 shrink-0 items-center border-b px-4 max-md:sr-only">
        <h1 className="min-w-0 truncate font-medium">{title}</h1>
      </header>
      {!isReady ? (
        <div className="flex-1" />
      ) : isOpening ? (
        <OpeningSkeleton />
      ) : messages.length === 0 ? (
        start
      ) : (
        <MessageList messages={messages} />
      )}
      <Composer maxChars={maxChars} />
    </div>
  )
}

function OpeningSkeleton() {
  return (
    <div role="status" aria-label="Opening the conversation" className="appear-late flex flex-1 flex-col gap-4 px-4 pt-5">
      <Skeleton className="h-9 w-2/3 self-end rounded-lg" />
      <Skeleton className="h-5 w-3/4" />
      <Skeleton className="h-9 w-full" />
      <Skeleton className="h-5 w-1/2" />
    </div>
  )
}
