"use client"

import { LoaderCircle } from "lucide-react"
import { memo, useMemo } from "react"
import { Button } from "@/components/ui/button"
import { isComponent, segmentMarkdown, type CodeBlock, type Segment } from "@/lib/parser"
import { ComponentChip } from "./component-chip"
import { useChat } from "./contexts"
import { Markdown } from "./markdown"
import { type AssistantMessage } from "./state/chat-types"
import { Timeline } from "./timeline"
import { TurnError } from "./turn-error"

/** One answer: what was understood, the steps, the prose, and what is going on while it is written. */
export const Answer = memo(function Answer({ answer }: { answer: AssistantMessage }) {
  const { content, understoodLength, status, error } = answer
  const isRunning = status === "running"
  const understood = content.slice(0, understoodLength).trim()
  const segments = useMemo(() => segmentMarkdown(content.slice(understoodLength)), [content, understoodLength])
  return (
    <article data-slot="answer" data-status={status} aria-label="Answer" aria-busy={isRunning} className="flex min-w-0 flex-col gap-2.5">
      {understood !== "" && <Markdown markdown={understood} />}
      <Timeline answer={answer} />
      {segments.map((segment, index) => (
        <SegmentView key={index} segment={segment} answer={answer} isLast={index === segments.length - 1} />
      ))}
      {error && status === "failed" && <TurnError answer={answer} error={error} />}
      {isRunning && <StageLine answer={answer} />}
      {status === "stopped" && <StoppedLine answer={answer} />}
    </article>
  )
})

function SegmentView({ segment, answer, isLast }: { segment: Segment; answer: AssistantMessage; isLast: boolean }) {
  if (segment.kind === "code") return isComponent(segment) ? <ComponentChip block={segment} answer={answer} /> : <Code block={segment} />
  if (segment.markdown.trim() === "") return null
  return <Markdown markdown={segment.markdown} isStreaming={isLast && answer.status === "running"} />
}

function Code({ block }: { block: CodeBlock }) {
  return (
    <pre className="scrollbar-quiet max-h-80 overflow-auto rounded-md border bg-muted/60 p-3 font-mono text-xs leading-5" tabIndex={0} aria-label={block.language === "" ? "Code" : `Code, ${block.language}`}>
      {block.code}
    </pre>
  )
}

function StageLine({ answer }: { answer: AssistantMessage }) {
  const isReconnecting = useChat((state) => state.isReconnecting)
  const isStopping = useChat((state) => state.isStopping)
  const text = isStopping ? "Stopping" : isReconnecting ? "Connection lost, trying again" : (answer.stage?.label ?? "Sending")
  return (
    <p role="status" data-slot="stage-line" className="flex h-6 items-center gap-2 text-[13px] text-muted-foreground">
      <LoaderCircle className="size-4 shrink-0 animate-spin text-primary" aria-hidden="true" />
      {text}
    </p>
  )
}

function StoppedLine({ answer }: { answer: AssistantMessage }) {
  const retry = useChat((state) => state.retry)
  const isBusy = useChat((state) => state.loading.isGenerating)
  return (
    <p className="flex items-center gap-2 text-[13px] text-muted-foreground">
      Stopped.
      <Button variant="link" size="sm" className="h-auto p-0 text-[13px] has-[>svg]:px-0" disabled={isBusy} onClick={() => void retry(answer.id)}>
        Ask again
      </Button>
    </p>
  )
}
