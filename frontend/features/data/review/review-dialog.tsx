"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "@/components/ui/dialog"
import { countOf } from "@/lib/format"
import type { DataState } from "../state/data-store"
import { choicesOf, clashes, draftsOf, obstacleOf, type TableDraft } from "../state/review"
import { nameOf, type Upload, type UploadActions } from "../state/upload"
import { TableEditor } from "./table-editor"
import { TablePicker } from "./table-picker"

type ReviewDialogProps = Readonly<{
  /** Has a preview. */
  upload: Upload
  /** Names of the tables there are. */
  taken: readonly string[]
  dependentsOf: DataState["dependentsOf"]
  actions: UploadActions
}>

/** What is in the files, before it becomes tables: first rows, names and types to correct, what to leave out. Closing it keeps the upload for later. */
export function ReviewDialog({ upload, taken, dependentsOf, actions }: ReviewDialogProps) {
  const { id, preview, files, problem, status } = upload
  const [drafts, setDrafts] = useState<readonly TableDraft[]>(() => (preview ? draftsOf(preview) : []))
  const [shown, setShown] = useState(0)
  const draft = drafts[shown]
  const table = preview?.tables[shown]
  if (!draft || !table) return null
  const isAdding = status === "adding"
  const obstacle = obstacleOf(drafts, taken)
  const kept = drafts.filter(({ isKept }) => isKept).length
  const change = (index: number, fields: Partial<TableDraft>) => setDrafts((all) => all.map((each, at) => (at === index ? { ...each, ...fields } : each)))
  return (
    <Dialog open onOpenChange={() => actions.review(null)}>
      <DialogContent className="flex max-h-[90dvh] flex-col sm:max-w-4xl">
        <DialogHeader>
          <DialogTitle>{drafts.length === 1 ? "Add a table" : `Add tables from ${nameOf(upload)}`}</DialogTitle>
          <DialogDescription>
            {table.origin} · {countOf(table.rowCount, "row")} · {countOf(table.columns.length, "column")}
          </DialogDescription>
        </DialogHeader>
        {drafts.length > 1 && (
          <TablePicker tables={preview.tables} drafts={drafts} shown={shown} hasProblem={(each) => clashes(each, taken)} onShow={setShown} onKeep={(index, isKept) => change(index, { isKept })} />
        )}
        <TableEditor key={shown} table={table} draft={draft} taken={taken} dependentsOf={dependentsOf} onChange={(fields) => change(shown, fields)} />
        {(problem ?? obstacle) !== null && (
          <p role={problem === null ? "status" : "alert"} className="text-[13px] text-muted-foreground">
            {problem ?? obstacle}
          </p>
        )}
        <DialogFooter>
          {files.length > 1 && !upload.asOne && (
            <Button variant="ghost" className="sm:mr-auto" disabled={isAdding} onClick={() => void actions.sendAgain(id, true)}>
              Join the files into one table
            </Button>
          )}
          <Button variant="outline" disabled={isAdding} onClick={() => actions.dismissUpload(id)}>
            Discard
          </Button>
          <Button disabled={isAdding || obstacle !== null} onClick={() => void actions.addTables(id, choicesOf(drafts))}>
            {isAdding ? "Adding…" : kept > 1 ? `Add ${String(kept)} tables` : "Add table"}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
