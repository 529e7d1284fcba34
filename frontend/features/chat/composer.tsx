"use client"

import { ArrowUp, Square } from "lucide-react"
import { useEffect, useId, useRef } from "react"
import { Tooltip, TooltipContent, TooltipTrigger } from "@/components/ui/tooltip"
import { Button } from "@/components/ui/button"
import { countOf } from "@/lib/format"
import { useChat, useChatApi } from "./contexts"

/** Id of the field for questions, for whoever wants to put the cursor there. */
export const COMPOSER_ID = "composer"

type ComposerProps = {
  /** Characters a question may have; null while the server has not said. */
  maxChars: number | null
}

/** The field for questions. Enter sends, Shift+Enter breaks the line, ArrowUp in an empty field brings the last question back. */
export function Composer({ maxChars }: ComposerProps) {
  const draft = useChat((state) => state.draft)
  const setDraft = useChat((state) => state.setDraft)
  const isGenerating = useChat((state) => state.loading.isGenerating)
  const chat = useChatApi()
  const hintId = useId()
  const field = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    // what was typed before the page came to life
    const typed = field.current?.value ?? ""
    if (typed !== "" && chat.getState().draft === "") setDraft(typed)
  }, [chat, setDraft])

  const excess = maxChars === null ? 0 : draft.length - maxChars
  const canSend = draft.trim() !== "" && excess <= 0 && !isGenerating

  const submit = () => {
    if (!canSend) return
    setDraft("")
    void chat.getState().send(draft)
  }

  const onKeyDown = (pressed: React.KeyboardEvent) => {
    if (pressed.nativeEvent.isComposing) return
    if (pressed.key === "Enter" && !pressed.shiftKey) {
      pressed.preventDefault()
      submit()
    } else if (pressed.key === "ArrowUp" && draft === "") {
      const last = chat.getState().messages.findLast(({ role }) => role === "user")
      if (!last) return
      pressed.preventDefault()
      setDraft(last.content)
    }
  }

  return (
    <form
      data-slot="composer"
      className="shrink-0 px-3 pb-3"
      onSubmit={(submitted) => {
        submitted.preventDefault()
        submit()
      }}
    >
      <div className="mx-auto flex max-w-[76ch] items-end gap-2 rounded-lg border border-input bg-card p-1.5 pl-3 transition-colors focus-within:border-ring focus-within:ring-1 focus-within:ring-ring/40">
        <label htmlFor={COMPOSER_ID} className="sr-only">
          Question
        </label>
        <textarea
          ref={field}
          id={COMPOSER_ID}
          rows={1}
          value={draft}
          placeholder="Ask a question about your data"
          aria-describedby={hintId}
          aria-invalid={excess > 0}
          autoComplete="off"
          className="scrollbar-quiet field-sizing-content max-h-48 min-h-8 flex-1 resize-none bg-transparent py-1.5 leading-5 outline-none placeholder:text-muted-foreground"
          onChange={(change) => setDraft(change.target.value)}
          onKeyDown={onKeyDown}
        />
        {isGenerating ? <StopButton /> : <SendButton isEnabled={canSend} />}
      </div>
      <p id={hintId} className={excess > 0 ? "pt-1.5 text-center text-xs text-destructive" : "sr-only"} role={excess > 0 ? "alert" : undefined}>
        {excess > 0 ? `Shorten the question by ${countOf(excess, "character")}.` : "Enter sends, Shift and Enter breaks the line."}
      </p>
    </form>
  )
}

function SendButton({ isEnabled }: { isEnabled: boolean }) {
  return (
    <Tooltip>
      <TooltipTrigger asChild>
        <Button type="submit" size="icon-sm" aria-label="Send" aria-disabled={!isEnabled} className="aria-disabled:bg-secondary aria-disabled:text-muted-foreground">
          <ArrowUp />
        </Button>
      </TooltipTrigger>
      <TooltipContent>Send · Enter</TooltipContent>
    </Tooltip>
  )
}

function StopButton() {
  const stop = useChat((state) => state.stop)
  const isStopping = useChat((state) => state.isStopping)
  return (
    <Tooltip>
      <TooltipTrigger asChild>
        <Button type="button" variant="secondary" size="sm" aria-label={isStopping ? "Stopping" : "Stop"} onClick={() => void stop()}>
          <Square className="size-3 fill-current" /> {isStopping ? "Stopping" : "Stop"}
        </Button>
      </TooltipTrigger>
      <TooltipContent>Stop the answer · Esc</TooltipContent>
    </Tooltip>
  )
}
