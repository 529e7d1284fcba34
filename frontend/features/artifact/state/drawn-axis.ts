import type { NamedResult } from "./artifact-view"
import type { ResultColumn } from "@/lib/contracts/events.gen"

// bounded: the code may be anything
const AXIS = /<XAxis\b[^>]{0,400}?\bdataKey=(?:"([^"]{1,200})"|\{\s*["']([^"']{1,200})["']\s*\})/g
const ORDERED = /^(DATE|TIME|U?(TINY|SMALL|BIG|HUGE)?INT|FLOAT|DOUBLE|DECIMAL)/

/** The column of dates, times or numbers that the code lays along its horizontal axis; null where it names none, several, or something it computes. */
export function axisOf(code: string, columns: readonly ResultColumn[]): string | null {
  if (/\blayout="vertical"/.test(code)) return null
  const named = new Set([...code.matchAll(AXIS)].map(([, quoted, braced]) => quoted ?? braced))
  const column = named.size === 1 ? columns.find(({ name }) => named.has(name)) : undefined
  return column && ORDERED.test(column.type) ? column.name : null
}

/** True when rows were chosen along another column than the code has along its axis. */
export function isDrawnAlongAnother({ status, drawn, columns }: NamedResult, code: string): boolean {
  if (status !== "ready" || drawn === null || drawn.sampling.method === "all") return false
  const axis = axisOf(code, columns)
  return axis !== null && axis !== drawn.sampling.x
}
