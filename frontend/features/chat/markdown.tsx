"use client"

import { lazy, memo, Suspense } from "react"

const loadView = () => import("./markdown-view")
const MarkdownView = lazy(async () => ({ default: (await loadView()).MarkdownView }))

/** Loads the renderer ahead of the first answer. */
export const preloadMarkdown = () => void loadView()

type MarkdownProps = {
  markdown: string
  /** True for the end of a text that is still being written: marks left open are closed for the eye. */
  isStreaming?: boolean
}

/** Prose of an answer. No raw HTML, no pictures, foreign links in a new tab. Until its renderer is there, the text as it is. */
export const Markdown = memo(function Markdown({ markdown, isStreaming = false }: MarkdownProps) {
  return (
    <div data-slot="markdown" className="prose-chat">
      <Suspense fallback={<p className="whitespace-pre-wrap">{markdown}</p>}>
        <MarkdownView markdown={markdown} isStreaming={isStreaming} />
      </Suspense>
    </div>
  )
})
