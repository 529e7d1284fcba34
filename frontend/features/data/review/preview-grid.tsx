"use client"

import { Checkbox } from "@/components/ui/checkbox"
import { Input } from "@/components/ui/input"
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select"
import { formatCount } from "@/lib/format"
import { cn } from "@/lib/utils"
import type { TablePreview } from "../state/catalog-types"
import { TYPE_WORDS, type ColumnDraft } from "../state/review"

/** Columns that can be corrected; a table of thousands is taken as it is beyond them. */
const COLUMNS_SHOWN = 60

type PreviewGridProps = Readonly<{ table: TablePreview; columns: readonly ColumnDraft[]; onChange: (columns: readonly ColumnDraft[]) => void }>

/** The first rows under columns whose names and types can be changed, or which can be left out. */
export function PreviewGrid({ table, columns, onChange }: PreviewGridProps) {
  const rows = table.rows as readonly (readonly unknown[])[]
  const shown = columns.slice(0, COLUMNS_SHOWN)
  const change = (index: number, fields: Partial<ColumnDraft>) => onChange(columns.map((column, at) => (at === index ? { ...column, ...fields } : column)))
  return (
    <>
      <div role="region" aria-label="First rows" tabIndex={0} className="min-h-0 flex-1 overflow-auto rounded-lg border outline-none focus-visible:ring-2 focus-visible:ring-ring">
        <table className="text-[13px]">
          <thead className="sticky top-0 z-10 bg-popover">
            <tr className="border-b">
              {shown.map((column, index) => (
                <th key={column.column} scope="col" className="min-w-40 p-2 text-left align-top font-normal">
                  <ColumnHead column={column} header={table.columns[index]?.header ?? ""} types={table.columns[index]?.types ?? []} onChange={(fields) => change(index, fields)} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at} className="border-b last:border-0">
                {shown.map((column, index) => (
                  <td key={column.column} className={cn("max-w-60 truncate px-3 py-1 tabular-nums", (row[index] === null || !column.isKept) && "text-muted-foreground", !column.isKept && "line-through")}>
                    {textOf(row[index])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {columns.length > shown.length && <p className="text-[13px] text-muted-foreground">{formatCount(columns.length - shown.length)} more columns are added as they are.</p>}
    </>
  )
}

type ColumnHeadProps = Readonly<{ column: ColumnDraft; header: string; types: readonly string[]; onChange: (fields: Partial<ColumnDraft>) => void }>

function ColumnHead({ column, header, types, onChange }: ColumnHeadProps) {
  const label = header === "" ? column.column : header
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center gap-2">
        <Checkbox aria-label={`Add column ${label}`} checked={column.isKept} onCheckedChange={(isKept) => onChange({ isKept: isKept === true })} />
        <Input aria-label={`Name of column ${label}`} value={column.name} maxLength={60} disabled={!column.isKept} className="h-7 min-w-28 px-2 text-[13px] font-medium" onChange={({ target }) => onChange({ name: target.value })} />
      </div>
      <Select value={column.type} disabled={!column.isKept} onValueChange={(type) => onChange({ type })}>
        <SelectTrigger size="sm" aria-label={`Type of column ${label}`} className="h-7 w-full px-2 py-0 text-xs">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {types.map((type) => (
            <SelectItem key={type} value={type}>
              {TYPE_WORDS[type] ?? type}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </div>
  )
}

function textOf(value: unknown): string {
  if (value === null) return "(none)"
  return typeof value === "string" ? value : JSON.stringify(value)
}
