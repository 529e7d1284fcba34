"use client"

import { Trash2Icon } from "lucide-react"
import { ConfirmDialog } from "@/components/confirm-dialog"
import { Button } from "@/components/ui/button"
import type { DataState } from "../state/data-store"
import { TableDependents } from "./table-dependents"

type DeleteTableProps = Readonly<{ name: string; dependentsOf: DataState["dependentsOf"]; onDelete: (name: string) => void }>

/** Asks before a table goes, and names what reads it. */
export function DeleteTable({ name, dependentsOf, onDelete }: DeleteTableProps) {
  return (
    <ConfirmDialog
      title={`Delete the table “${name}”?`}
      description="Charts that read it keep the rows they have, but cannot be refreshed. Your file is not touched."
      confirm="Delete table"
      trigger={
        <Button variant="ghost" size="sm">
          <Trash2Icon /> Delete
        </Button>
      }
      onConfirm={() => onDelete(name)}
    >
      <TableDependents table={name} dependentsOf={dependentsOf} />
    </ConfirmDialog>
  )
}
