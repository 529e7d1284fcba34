"use client"

import { CornerDownRight } from "lucide-react"
import { cn } from "@/lib/utils"
import { useChat } from "./contexts"

type AskLineProps = Omit<React.ComponentProps<"button">, "children"> & { question: string }

/** A suggested question as a plain line that sends itself. */
export function AskLine({ question, className, ...props }: AskLineProps) {
  const send = useChat((state) => state.send)
  const isBusy = useChat((state) => state.loading.isGenerating)
  return (
    <button
      type="button"
      data-slot="ask-line"
      disabled={isBusy}
      className={cn(
        "-mx-2 inline-flex max-w-[calc(100%+1rem)] items-start gap-2 rounded-md px-2 py-1 text-left text-foreground outline-none transition-colors hover:bg-accent focus-visible:ring-2 focus-visible:ring-ring disabled:pointer-events-none disabled:text-muted-foreground",
        className,
      )}
      onClick={() => void send(question)}
      {...props}
    >
      <CornerDownRight className="mt-0.5 size-4 shrink-0 text-muted-foreground" aria-hidden="true" />
      {question}
    </button>
  )
}
