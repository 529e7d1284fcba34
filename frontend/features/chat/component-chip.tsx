"use client"

import { Braces, LoaderCircle } from "lucide-react"
import { countOf } from "@/lib/format"
import { findAttribute, type CodeBlock } from "@/lib/parser"
import { useChatHost } from "./contexts"
import { type AssistantMessage } from "./state/chat-types"

/** The component in an answer, as a line that opens its source instead of the source itself. */
export function ComponentChip({ block, answer }: { block: CodeBlock; answer: AssistantMessage }) {
  const { showArtifact } = useChatHost()
  const isWriting = !block.isComplete && answer.status === "running"
  const lines = block.code === "" ? 0 : block.code.split("\n").length
  const { artifact } = answer
  const content = (
    <>
      {isWriting ? <LoaderCircle className="size-4 animate-spin text-primary" aria-hidden="true" /> : <Braces className="size-4 text-muted-foreground" aria-hidden="true" />}
      <span className="font-medium">{isWriting ? "Writing the component" : "Component"}</span>
      <span className="text-muted-foreground tabular-nums">{countOf(lines, "line")}</span>
      {!block.isComplete && !isWriting && <span className="text-muted-foreground">cut off</span>}
      <span className="sr-only">{findAttribute(block.info, "title")}</span>
    </>
  )
  const look = "inline-flex max-w-full items-center gap-2 self-start rounded-md border bg-card px-2.5 py-1.5 text-[13px]"
  if (!artifact) return <p className={look}>{content}</p>
  return (
    <button type="button" className={`${look} outline-none hover:bg-accent focus-visible:ring-2 focus-visible:ring-ring`} onClick={() => showArtifact(artifact, "code")}>
      {content}
    </button>
  )
}
