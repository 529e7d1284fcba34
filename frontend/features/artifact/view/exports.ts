import type { NamedResult } from "../state/artifact-view"
import { plainCell } from "./format"

/** RFC 4180 with a header line. A text that a spreadsheet would take for a formula gets an apostrophe in front, as in the server's files. */
export const toCsv = (result: Pick<NamedResult, "columns" | "rows">): string =>
  [result.columns.map((column) => column.name), ...result.rows]
    .map((cells) => cells.map((cell) => quoteCsv(typeof cell === "string" ? withoutFormula(cell) : plainCell(cell))).join(","))
    .join("\r\n") + "\r\n"

const withoutFormula = (text: string) => (/^[=+\-@\t\r\n]/.test(text) && !Number.isFinite(Number(text)) ? `'${text}` : text)

const quoteCsv = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Tab-separated with a header line, as spreadsheets paste it. */
export const toTsv = (result: Pick<NamedResult, "columns" | "rows">): string =>
  [result.columns.map((column) => column.name), ...result.rows.map((row) => row.map(plainCell))]
    .map((cells) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t"))
    .join("\n")

/** A file name of a title: `Total sales by region` → `total-sales-by-region`. */
export const fileNameOf = (title: string): string =>
  title.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "chart"

/** Where the server has all rows of a result as a file. */
export const fileUrl = (cacheKey: string, format: "csv" | "xlsx" | "parquet", name: string): string =>
  `/api/results/${encodeURIComponent(cacheKey)}?${new URLSearchParams({ format, name }).toString()}`

/** Lets the browser fetch a download by itself, however large it is. */
export function downloadFrom(url: string): void {
  const link = document.createElement("a")
  link.href = url
  link.download = ""
  link.click()
}

/** Hands `content` to the browser as a download. */
export function download(fileName: string, content: string | Blob, type: string): void {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }))
  const link = document.createElement("a")
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
