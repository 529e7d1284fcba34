"use client"

import { Trash2Icon } from "lucide-react"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog, DialogClose, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle, DialogTrigger } from "@/components/ui/dialog"
import type { DataState } from "../state/data-store"
import { TableDependents } from "./table-dependents"

type DeleteTableProps = Readonly<{ name: string; dependentsOf: DataState["dependentsOf"]; onDelete: (name: string) => void }>

/** Asks before a table goes, and names what reads it. */
export function DeleteTable({ name, dependentsOf, onDelete }: DeleteTableProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button variant="ghost" size="sm">
          <Trash2Icon /> Delete
        </Button>
      </DialogTrigger>
      <DialogContent className="sm:max-w-md">
        <DialogHeader>
          <DialogTitle>Delete the table “{name}”?</DialogTitle>
          <DialogDescription>Charts that read it keep the rows they have, but cannot be refreshed. Your file is not touched.</DialogDescription>
        </DialogHeader>
        <TableDependents table={name} dependentsOf={dependentsOf} />
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="outline">Keep it</Button>
          </DialogClose>
          <Button
            variant="destructive"
            onClick={() => {
              setIsOpen(false)
              onDelete(name)
            }}
          >
            Delete table
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
