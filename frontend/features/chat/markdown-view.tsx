"use client"

import ReactMarkdown, { type Components } from "react-markdown"
import remarkGfm from "remark-gfm"
import remend from "remend"
import { AskLine } from "./ask-line"

/** Target of a link that is a suggested question. */
const ASK_TARGET = "#ask"

const COMPONENTS: Components = {
  a: ({ href, children }) =>
    href === ASK_TARGET ? (
      <AskLine question={textOf(children)} />
    ) : (
      <a href={href} target="_blank" rel="noopener noreferrer" className="text-primary underline underline-offset-2">
        {children}
      </a>
    ),
  // a picture would be a request to a foreign host
  img: ({ alt }) => <span>{alt}</span>,
  table: ({ children }) => (
    <div className="scrollbar-quiet max-w-full overflow-x-auto rounded-md border" tabIndex={0} role="group" aria-label="Table">
      <table>{children}</table>
    </div>
  ),
  pre: ({ children }) => (
    <pre className="scrollbar-quiet overflow-x-auto rounded-md border bg-muted/60 p-3 font-mono text-xs leading-5" tabIndex={0}>
      {children}
    </pre>
  ),
}

/** See `Markdown`, which loads this. */
export function MarkdownView({ markdown, isStreaming }: { markdown: string; isStreaming: boolean }) {
  return (
    <ReactMarkdown remarkPlugins={PLUGINS} components={COMPONENTS}>
      {isStreaming ? remend(markdown) : markdown}
    </ReactMarkdown>
  )
}

const PLUGINS = [remarkGfm]

function textOf(node: React.ReactNode): string {
  if (typeof node === "string" || typeof node === "number") return String(node)
  if (Array.isArray(node)) return node.map(textOf).join("")
  if (typeof node === "object" && node !== null && "props" in node) return textOf((node.props as { children?: React.ReactNode }).children)
  return ""
}
