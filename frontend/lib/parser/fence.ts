/** An opening fence: its sign, how many of them, and how far it is indented. */
export type Fence = { sign: "`" | "~"; length: number; indentation: number; info: string }

const OPENING = /^( {0,3})(?:(`{3,})([^`]*)|(~{3,})(.*))$/s
const MAY_OPEN = /^ {0,3}(?:`{1,2}|`{3,}[^`]*|~{1,2}|~{3,}.*)$/s
const SIGNS = /^ {0,3}([`~]*)([ \t]*)(.*)$/s

/** Reads a whole line as an opening fence, or null. Source: CommonMark 0.31, section 4.5. */
export function openFence(line: string): Fence | null {
  const match = OPENING.exec(line)
  if (!match) return null
  const signs = match[2] ?? match[4] ?? ""
  return { sign: signs.startsWith("~") ? "~" : "`", length: signs.length, indentation: match[1]?.length ?? 0, info: trimBlanks(match[3] ?? match[5] ?? "") }
}

/** True when an unfinished line may still become an opening fence. */
export const mayOpenFence = (start: string) => MAY_OPEN.test(start)

/** True when a whole line closes the block. */
export function isClosedBy({ sign, length }: Fence, line: string): boolean {
  const signs = signsOf(sign, line)
  return signs !== null && signs.count >= length && signs.tail === ""
}

/** True when an unfinished line may still become the closing fence. */
export function mayBeClosedBy({ sign }: Fence, start: string): boolean {
  const signs = signsOf(sign, start)
  return signs !== null && signs.count > 0 && signs.tail === "" && !signs.hasBlanks
}

/** Takes the indentation of the opening fence off a line of code. */
export function unindent({ indentation }: Fence, line: string): string {
  let blanks = 0
  while (blanks < indentation && line[blanks] === " ") blanks += 1
  return line.slice(blanks)
}

/** The leading word of an info string in lower case; empty when it starts with anything else or with an attribute. */
export function readLanguage(info: string): string {
  const [word = ""] = /^[\p{L}\p{N}_+#.-]+(?![\p{L}\p{N}_+#.-]|=)/u.exec(info) ?? []
  return word.toLowerCase()
}

/** The value of `name="…"` (or `name='…'`, `name=word`) in an info string, or null. */
export function findAttribute(info: string, name: string): string | null {
  for (const [, key, double, single, bare] of info.matchAll(/(?<![\p{L}\p{N}_-])([\p{L}_][\p{L}\p{N}_-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"']+))/gu)) {
    if (key?.toLowerCase() === name.toLowerCase()) return double ?? single ?? bare ?? ""
  }
  return null
}

function signsOf(sign: Fence["sign"], line: string) {
  const match = SIGNS.exec(line)
  const run = match?.[1] ?? ""
  if (!match || [...run].some((character) => character !== sign)) return null
  return { count: run.length, hasBlanks: match[2] !== "", tail: match[3] ?? "" }
}

const trimBlanks = (text: string) => text.replace(/^[ \t]+/, "").replace(/(?<![ \t])[ \t]+$/, "")
