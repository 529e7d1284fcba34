"use client"

import { useId } from "react"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Input } from "@/components/ui/input"
import { Label } from "@/components/ui/label"
import type { TablePreview } from "../state/catalog-types"
import type { DataState } from "../state/data-store"
import { TableDependents } from "../catalog/table-dependents"
import { clashes, freeNameOf, tableNameOf, type TableDraft } from "../state/review"
import { PreviewGrid } from "./preview-grid"

type TableEditorProps = Readonly<{ table: TablePreview; draft: TableDraft; taken: readonly string[]; dependentsOf: DataState["dependentsOf"]; onChange: (fields: Partial<TableDraft>) => void }>

/** Name, columns and first rows of one table. A name that is taken is asked about: replace, or another name. */
export function TableEditor({ table, draft, taken, dependentsOf, onChange }: TableEditorProps) {
  const [nameId, replaceId] = [useId(), useId()]
  const free = freeNameOf(table, taken)
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Label htmlFor={nameId}>Table name</Label>
        <Input id={nameId} value={draft.name} maxLength={60} className="h-8 w-60 max-w-full" onChange={({ target }) => onChange({ name: target.value, replace: false })} />
        {(draft.replace || clashes(draft, taken)) && (
          <div role="group" aria-label="The name is taken" className="flex flex-wrap items-center gap-2 text-[13px]">
            <Checkbox id={replaceId} checked={draft.replace} onCheckedChange={(replace) => onChange({ replace: replace === true })} />
            <Label htmlFor={replaceId} className="text-[13px] font-normal">
              Replace the table of that name
            </Label>
            {!draft.replace && (
              <Button variant="outline" size="sm" className="h-7" onClick={() => onChange({ name: free })}>
                Name it {free}
              </Button>
            )}
          </div>
        )}
      </div>
      {draft.replace && <TableDependents key={tableNameOf(draft)} table={tableNameOf(draft)} dependentsOf={dependentsOf} />}
      <PreviewGrid table={table} columns={draft.columns} onChange={(columns) => onChange({ columns })} />
    </div>
  )
}
