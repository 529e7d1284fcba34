import type { components } from "@/lib/contracts/api.gen"

export type CatalogTable = Readonly<components["schemas"]["CatalogTable"]>
export type CatalogColumn = Readonly<components["schemas"]["CatalogColumn"]>
export type Catalog = Readonly<components["schemas"]["CatalogResponse"]>
export type DatasetPreview = Readonly<components["schemas"]["DatasetPreview"]>
export type TablePreview = Readonly<components["schemas"]["TablePreview"]>
export type Dependents = Readonly<components["schemas"]["DependentsResponse"]>
export type TableChoice = Readonly<components["schemas"]["TableChoice"]>

/** What the owner says of a table or column; empty where nothing is said. A table has no unit. */
export type OwnWords = Readonly<{ description: string; unit: string; synonyms: readonly string[] }>

/** First rows of a table, as they are. */
export type Sample = Readonly<{ columns: readonly { name: string; type: string }[]; rows: readonly (readonly unknown[])[] }>

export type UploadOptions = Readonly<{
  /** Whether all files are parts of one table. */
  asOne: boolean
  /** Called with the bytes sent so far and all that will be. */
  onProgress: (sentBytes: number, totalBytes: number) => void
  signal: AbortSignal
}>

/** The server's data. Every call rejects with an error whose `message` is for the user and, from the server, has a `code`. */
export interface DataApi {
  catalog(): Promise<Catalog>
  sample(table: string, signal: AbortSignal): Promise<Sample>
  /** Sends files and reads the tables they would become; none is made. */
  preview(files: readonly File[], options: UploadOptions): Promise<DatasetPreview>
  /** Makes tables of a preview, all or none. */
  commit(preview: string, tables: readonly TableChoice[]): Promise<readonly CatalogTable[]>
  discard(preview: string): Promise<void>
  remove(table: string): Promise<void>
  /** What reads a table, to be named before it goes or changes. */
  dependents(table: string): Promise<Dependents>
  /** Says what a table is, or one of its columns; answers the table as it is now. */
  describe(table: string, column: string | null, words: OwnWords): Promise<CatalogTable>
}
