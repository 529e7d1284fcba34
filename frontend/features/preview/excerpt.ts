const around = 3

/** The lines `line - 3` to `line + 3` of `source` with their numbers; the line itself is marked. `line` is 1-based. */
export function excerptOf(source: string, line: number): { number: number; text: string; isFailing: boolean }[] {
  const lines = source.split("\n")
  const first = Math.max(1, line - around)
  return lines.slice(first - 1, line + around).map((text, index) => ({ number: first + index, text: text.replace(/\r$/, ""), isFailing: first + index === line }))
}

/** The same as text, for a prompt: `> 12 | const a = b`. */
export const excerptText = (source: string, line: number): string =>
  excerptOf(source, line)
    .map(({ number, text, isFailing }) => `${isFailing ? ">" : " "} ${String(number).padStart(4)} | ${text}`)
    .join("\n")
