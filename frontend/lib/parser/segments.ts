import { isClosedBy, mayBeClosedBy, mayOpenFence, openFence, readLanguage, unindent, type Fence } from "./fence"

/** A fenced code block. Lines are joined by LF, without one at the end; `isComplete` once the closing fence was seen. */
export type CodeBlock = { language: string; info: string; code: string; isComplete: boolean }

/** A stretch of a markdown text: prose as it was written, or one fenced block. */
export type Segment = { kind: "prose"; markdown: string } | ({ kind: "code" } & CodeBlock)

const COMPONENT_LANGUAGES: ReadonlySet<string> = new Set(["tsx", "jsx", "ts", "typescript", "javascript", "js", "react"])

/** True for the languages a component may come in. */
export const isComponent = ({ language }: CodeBlock) => COMPONENT_LANGUAGES.has(language)

/**
 * Splits a markdown text that arrives in pieces into prose and fenced blocks. The outcome depends on the text alone, never on
 * where it was split. Rules: CommonMark 0.31 section 4.5 outside of quotes and lists. A block begins when its opening line has
 * ended; an unfinished last line that may become a fence belongs to nothing yet.
 * The same rules in C#: both sides pass `contracts/markdown-fences.json`. Cost: linear, plus a copy of the open block per read.
 */
export class MarkdownSegments {
  private readonly ended: Segment[] = []
  private prose = ""
  private line = ""
  private fence: Fence | null = null
  private code: string[] = []

  /** Takes the next piece of the text. */
  append(piece: string): void {
    let start = 0
    for (let end = piece.indexOf("\n"); end >= 0; end = piece.indexOf("\n", start)) {
      this.endLine(this.line + piece.slice(start, end))
      this.line = ""
      start = end + 1
    }
    this.line += piece.slice(start)
  }

  /** The text so far; only the last segment can be an open block. */
  get segments(): readonly Segment[] {
    if (this.fence) return [...this.ended, this.peek(this.fence)]
    const tail = this.prose + (mayOpenFence(withoutReturn(this.line)) ? "" : this.line)
    return tail === "" ? [...this.ended] : [...this.ended, { kind: "prose", markdown: tail }]
  }

  /** The fenced blocks of the text so far, in order. */
  get blocks(): readonly CodeBlock[] {
    return this.segments.flatMap((segment) => (segment.kind === "code" ? [blockOf(segment)] : []))
  }

  private endLine(raw: string): void {
    const line = withoutReturn(raw)
    if (this.fence) {
      if (isClosedBy(this.fence, line)) this.close(this.fence)
      else this.code.push(unindent(this.fence, line))
      return
    }
    this.fence = openFence(line)
    if (!this.fence) {
      this.prose += `${raw}\n`
      return
    }
    if (this.prose !== "") this.ended.push({ kind: "prose", markdown: this.prose })
    this.prose = ""
  }

  private close({ info }: Fence): void {
    this.ended.push({ kind: "code", language: readLanguage(info), info, code: this.code.join("\n"), isComplete: true })
    this.fence = null
    this.code = []
  }

  private peek(fence: Fence): Segment {
    const line = withoutReturn(this.line)
    const isComplete = isClosedBy(fence, line)
    const isCode = line !== "" && !isComplete && !mayBeClosedBy(fence, line)
    const code = (isCode ? [...this.code, unindent(fence, line)] : this.code).join("\n")
    return { kind: "code", language: readLanguage(fence.info), info: fence.info, code, isComplete }
  }
}

/** Splits a whole text. */
export function segmentMarkdown(markdown: string): readonly Segment[] {
  const text = new MarkdownSegments()
  text.append(markdown)
  return text.segments
}

const blockOf = ({ language, info, code, isComplete }: CodeBlock): CodeBlock => ({ language, info, code, isComplete })
const withoutReturn = (line: string) => (line.endsWith("\r") ? line.slice(0, -1) : line)
