"use client"

import { ArrowDown } from "lucide-react"
import { memo } from "react"
import { StickToBottom, useStickToBottomContext } from "use-stick-to-bottom"
import { Button } from "@/components/ui/button"
import { Answer } from "./answer"
import { type ChatMessage } from "./state/chat-types"

/** The turns of a conversation; stays at the end while it grows, unless the reader has scrolled away. */
export function MessageList({ messages }: { messages: readonly ChatMessage[] }) {
  return (
    <StickToBottom className="relative min-h-0 flex-1" initial="instant" resize="instant" role="log" aria-label="Conversation" aria-live="off">
      <StickToBottom.Content scrollClassName="scrollbar-quiet [scrollbar-gutter:stable]!" className="mx-auto flex max-w-[76ch] flex-col gap-5 py-5 pr-4 pl-4 md:pr-1.5">
        {messages.map((message) => (message.role === "user" ? <QuestionBubble key={message.id} text={message.content} /> : <Answer key={message.id} answer={message} />))}
      </StickToBottom.Content>
      <ToTheEnd />
    </StickToBottom>
  )
}

const QuestionBubble = memo(function QuestionBubble({ text }: { text: string }) {
  return (
    <div data-slot="question" className="ml-8 self-end rounded-lg bg-secondary px-3 py-2 break-words whitespace-pre-wrap text-secondary-foreground">
      <span className="sr-only">You asked: </span>
      {text}
    </div>
  )
})

function ToTheEnd() {
  const { isAtBottom, scrollToBottom } = useStickToBottomContext()
  if (isAtBottom) return null
  return (
    <Button variant="outline" size="icon-sm" aria-label="Scroll to the end" className="absolute bottom-3 left-1/2 -translate-x-1/2 rounded-full shadow-sm" onClick={() => void scrollToBottom("instant")}>
      <ArrowDown />
    </Button>
  )
}
