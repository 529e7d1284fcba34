const COUNT = new Intl.NumberFormat("en-US")

/** 1234 -> "1,234". */
export const formatCount = (count: number) => COUNT.format(count)

/** "1 row", "1,234 rows". `noun` is the singular; its plural takes an s unless it is given. */
export const countOf = (count: number, noun: string, plural = `${noun}s`) => `${formatCount(count)} ${count === 1 ? noun : plural}`

/** Milliseconds in the unit a reader would choose: "3 ms", "1.2 s", "2 min 5 s". */
export function formatDuration(ms: number): string {
  if (ms < 1) return "under 1 ms"
  if (ms < 1000) return `${String(Math.round(ms))} ms`
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  return `${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`
}

/** Milliseconds of something that still goes on, in whole seconds: "0 s", "12 s", "2 min 5 s". */
export function formatElapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return seconds < 60 ? `${String(seconds)} s` : `${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`
}

/** How long ago, coarsely: "just now", "5 min ago", "3 h ago", "yesterday", "12 Mar 2025". Both in milliseconds since 1970. */
export function formatAgo(then: number, now: number): string {
  const minutes = Math.floor((now - then) / 60_000)
  if (minutes < 1) return "just now"
  if (minutes < 60) return `${String(minutes)} min ago`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${String(hours)} h ago`
  const days = Math.floor(hours / 24)
  if (days === 1) return "yesterday"
  if (days < 7) return `${String(days)} days ago`
  return new Date(then).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" })
}

/** Bytes as "4.2 MB", in powers of 1000. */
export function formatBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"]
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1)
  const value = bytes / 1000 ** power
  return `${power === 0 || value >= 100 ? String(Math.round(value)) : String(Number(value.toFixed(1)))} ${units[power] ?? "B"}`
}
