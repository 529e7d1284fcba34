import type { CatalogTable, DatasetPreview, TableChoice } from "./catalog-types"

/**
 * Files on their way to become tables. `reading`: all bytes are sent, the server looks for tables in them; `review`: the tables are there to be looked at;
 * `adding`: the chosen ones are being made.
 */
export type Upload = Readonly<{
  id: string
  files: readonly File[]
  /** Whether all files are parts of one table. */
  asOne: boolean
  status: "sending" | "reading" | "review" | "adding" | "done" | "failed" | "cancelled"
  /** Share of the bytes that are sent, 0 to 1. */
  sent: number
  preview: DatasetPreview | null
  tables: readonly CatalogTable[]
  /** Why it failed or could not be added, in words. */
  problem: string | null
}>

/** No action rejects: what went wrong is in the upload. */
export type UploadActions = {
  /** Sends the files and opens what is found in them for review. */
  importFiles: (files: readonly File[]) => Promise<void>
  /** Sends the files of an upload again, as one table where asked. */
  sendAgain: (id: string, asOne?: boolean) => Promise<void>
  cancelUpload: (id: string) => void
  /** Opens the review of an upload, or closes the one that is open. */
  review: (id: string | null) => void
  /** Makes the chosen tables; on failure the review stays with the problem. */
  addTables: (id: string, choices: readonly TableChoice[]) => Promise<void>
  /** Takes an upload off the list; what was not added is dropped. */
  dismissUpload: (id: string) => void
}

export const nameOf = ({ files }: Pick<Upload, "files">) => (files.length === 1 ? (files[0]?.name ?? "") : `${String(files.length)} files`)

export const sizeOf = ({ files }: Pick<Upload, "files">) => files.reduce((total, file) => total + file.size, 0)
