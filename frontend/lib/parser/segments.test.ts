import fc from "fast-check"
import { describe, expect, it } from "vitest"
import vectors from "@contracts/markdown-fences.json"
import { MarkdownSegments, segmentMarkdown } from "./segments"

const blocksOf = (pieces: readonly string[]) => {
  const text = new MarkdownSegments()
  for (const piece of pieces) text.append(piece)
  return text.blocks.map(({ language, info, code, isComplete }) => ({ language, info, code, complete: isComplete }))
}

describe("the vectors both languages share", () => {
  it.each(vectors.map((vector) => [vector.name, vector] as const))("%s", (_name, { markdown, blocks }) => {
    expect(blocksOf([markdown])).toEqual(blocks)
  })

  it.each(vectors.map((vector) => [vector.name, vector] as const))("%s, one character at a time", (_name, { markdown, blocks }) => {
    expect(blocksOf(markdown.split(""))).toEqual(blocks)
  })
})

const markdownText = fc
  .array(fc.constantFrom("```", "~~~", "````", "`", "~", "tsx", " title=\"A\"", "\n", "\r\n", "\r", "  ", "    ", "\t", "const a = 1", "é📈", "> "), { maxLength: 40 })
  .map((parts) => parts.join(""))

it("gives the same segments wherever the text is split", () => {
  fc.assert(
    fc.property(markdownText, fc.array(fc.nat(120), { maxLength: 8 }), (markdown, cuts) => {
      const points = [...new Set(cuts.map((cut) => Math.min(cut, markdown.length)))].sort((a, b) => a - b)
      const text = new MarkdownSegments()
      for (const [index, end] of [...points, markdown.length].entries()) text.append(markdown.slice(points[index - 1] ?? 0, end))
      expect(text.segments).toEqual(segmentMarkdown(markdown))
    }),
    { numRuns: 500 },
  )
})

it("keeps prose as it was written, in order with the blocks", () => {
  expect(segmentMarkdown("Sales by *region*.\r\n\n```sql\nSELECT 1\n```\nDone")).toEqual([
    { kind: "prose", markdown: "Sales by *region*.\r\n\n" },
    { kind: "code", language: "sql", info: "sql", code: "SELECT 1", isComplete: true },
    { kind: "prose", markdown: "Done" },
  ])
})

it("holds back a last line that may become a fence, and shows it once it cannot", () => {
  const text = new MarkdownSegments()
  text.append("Look\n``")
  expect(text.segments).toEqual([{ kind: "prose", markdown: "Look\n" }])
  text.append("a``")
  expect(text.segments).toEqual([{ kind: "prose", markdown: "Look\n``a``" }])
})
