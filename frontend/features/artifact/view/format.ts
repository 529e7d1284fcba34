import { countOf } from "@/lib/format"

const number = new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 })
const dateTime = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" })

/** `1 row`, `1,204 rows`. */
export const formatRows = (count: number): string => countOf(count, "row")

/** How long ago, in one unit: `now`, `12 s ago`, `4 min ago`, `3 h ago`, `2 days ago`. */
export function formatAge(ageMs: number): string {
  const seconds = Math.floor(ageMs / 1000)
  if (seconds < 2) return "now"
  if (seconds < 60) return `${String(seconds)} s ago`
  if (seconds < 3600) return `${String(Math.floor(seconds / 60))} min ago`
  if (seconds < 86_400) return `${String(Math.floor(seconds / 3600))} h ago`
  const days = Math.floor(seconds / 86_400)
  return days === 1 ? "1 day ago" : `${String(days)} days ago`
}

/** Date and time in the reader's zone. */
export const formatMoment = (iso: string): string => dateTime.format(new Date(iso))

/** One value of a result as a person reads it; null stands for NULL. Integers too long for a number arrive as strings and stay exact. */
export function formatCell(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === "number") return number.format(value)
  if (typeof value === "string") return /^\d{4}-\d{2}-\d{2}T00:00:00(\.0+)?Z?$/.test(value) ? value.slice(0, 10) : value
  if (typeof value === "boolean") return value ? "true" : "false"
  return JSON.stringify(value)
}

const MAX_DECIMALS = 4

/** Decimals that the numbers of a column are shown with, so that their points stand below each other; at most four. */
export const decimalsOf = (values: readonly unknown[]): number =>
  values.reduce<number>((most, value) => Math.max(most, typeof value === "number" ? countDecimals(value) : 0), 0)

function countDecimals(value: number): number {
  const rounded = String(Number(value.toFixed(MAX_DECIMALS)))
  return rounded.includes("e") ? 0 : (rounded.split(".")[1]?.length ?? 0)
}

/** A number with exactly `decimals`; its full value is not lost but in the title of the cell and in every export. */
export const formatNumber = (value: number, decimals: number): string =>
  value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals })

/** The same value for a spreadsheet: nothing rounded, no separators, NULL empty. */
export const plainCell = (value: unknown): string =>
  value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value as string | number | boolean)
