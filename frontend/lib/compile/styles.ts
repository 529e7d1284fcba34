import { compile } from "tailwindcss"

import input from "./generated/tailwind-input.json"

type Builder = (candidates: string[]) => string

let builder: Promise<Builder> | undefined

/** Loads Tailwind's theme once per realm; the first call takes tens of milliseconds. */
async function open(): Promise<Builder> {
  const { build } = await compile(input.css)
  return build
}

const maxCandidates = 4_000
const candidate = /[^"'`\s{};]+/g

/**
 * The CSS for every Tailwind class the source may mean: whatever in it reads like a class name, arbitrary values included. What
 * is no class gives nothing. Earlier sources of the same realm may leave some more rules in the result.
 */
export async function stylesFor(source: string): Promise<string> {
  const build = await (builder ??= open())
  const found = new Set<string>()
  for (const [text] of source.matchAll(candidate)) {
    if (found.size >= maxCandidates) break
    if (text.length <= 80) found.add(text)
  }
  return build([...found])
}
