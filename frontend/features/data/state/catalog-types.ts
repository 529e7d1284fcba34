import type { components } from "@/lib/contracts/api.gen"

export type CatalogTable = Readonly<components["schemas"]["CatalogTable"]>
export type CatalogColumn = Readonly<components["schemas"]["CatalogColumn"]>
export type Catalog = Readonly<components["schemas"]["CatalogResponse"]>

/** First rows of a table, as they are. */
export type Sample = Readonly<{ columns: readonly { name: string; type: string }[]; rows: readonly (readonly unknown[])[] }>

export type UploadOptions = Readonly<{
  /** Name of the table; the server makes one of the file's name when absent. */
  name?: string
  /** Takes the place of a dataset of that name. */
  replace?: boolean
  /** Called with the bytes sent so far and all that will be. */
  onProgress: (sentBytes: number, totalBytes: number) => void
  signal: AbortSignal
}>

/** The server's data. Every call rejects with an error whose `message` is for the user and, from the server, has a `code`. */
export interface DataApi {
  catalog(): Promise<Catalog>
  sample(table: string, signal: AbortSignal): Promise<Sample>
  upload(file: File, options: UploadOptions): Promise<CatalogTable>
  remove(table: string): Promise<void>
}
