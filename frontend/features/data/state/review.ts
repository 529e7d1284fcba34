import type { DatasetPreview, TableChoice, TablePreview } from "./catalog-types"

/** What the user has decided of one column. */
export type ColumnDraft = Readonly<{ column: string; name: string; type: string; isKept: boolean }>

/** What the user has decided of one table of a preview. */
export type TableDraft = Readonly<{ table: number; isKept: boolean; name: string; replace: boolean; columns: readonly ColumnDraft[] }>

/** Everything as the preview proposes it. */
export const draftsOf = (preview: DatasetPreview): readonly TableDraft[] =>
  preview.tables.map(({ table, name, columns }) => ({
    table, name, isKept: true, replace: false, columns: columns.map(({ name: column, type }) => ({ column, name: column, type, isKept: true })),
  }))

/** Whether a table would take the name of one that exists, without leave to replace it. `taken`: names of the tables there are. */
export const clashes = (draft: TableDraft, taken: readonly string[]) => draft.isKept && !draft.replace && taken.includes(normalized(draft.name))

/** Why the drafts cannot be added yet, in words; null when they can. */
export function obstacleOf(drafts: readonly TableDraft[], taken: readonly string[]): string | null {
  const kept = drafts.filter(({ isKept }) => isKept)
  if (kept.length === 0) return "Choose at least one table."
  if (kept.some(({ name }) => name.trim() === "")) return "Every table needs a name."
  if (kept.some(({ columns }) => !columns.some(({ isKept }) => isKept))) return "Every table needs a column."
  const names = kept.map(({ name }) => normalized(name))
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) return `Two tables are called “${twice}”.`
  return kept.some((draft) => clashes(draft, taken)) ? "A name is taken: replace the table, or choose another name." : null
}

/** The drafts as the server wants them; columns only where something differs from the preview. */
export const choicesOf = (drafts: readonly TableDraft[]): readonly TableChoice[] =>
  drafts
    .filter(({ isKept }) => isKept)
    .map(({ table, name, replace, columns }) => ({
      table, name: name.trim(), replace, columns: columns.filter(({ isKept }) => isKept).map(({ column, name: given, type }) => ({ column, name: given.trim() === "" ? column : given, type })),
    }))

/** The name its table will have. */
export const tableNameOf = ({ name }: TableDraft) => normalized(name)

/** A name nobody has: the proposed one with a number. */
export const freeNameOf = (preview: TablePreview, taken: readonly string[]): string => {
  if (!taken.includes(preview.freeName)) return preview.freeName
  for (let number = 2; ; number++) if (!taken.includes(`${preview.name}_${String(number)}`)) return `${preview.name}_${String(number)}`
}

/** Types in words. Others are shown as DuckDB names them. */
export const TYPE_WORDS: Readonly<Record<string, string>> = {
  VARCHAR: "Text", BIGINT: "Whole number", DOUBLE: "Number", "DECIMAL(18,2)": "Decimal, 2 places", BOOLEAN: "Yes or no", DATE: "Date", TIMESTAMP: "Date and time",
}

/** Near enough to how the server makes a name of a text to see a clash before it is sent. */
const normalized = (name: string) => name.trim().toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "_").replaceAll(/^_+|_+$/g, "")
