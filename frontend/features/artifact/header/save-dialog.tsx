"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle, DialogTrigger } from "@/components/ui/dialog"
import { Input } from "@/components/ui/input"
import { Label } from "@/components/ui/label"
import type { EditProblem } from "../state/version-actions"

type SaveDialogProps = Readonly<{ title: string; trigger: React.ReactNode; onSave: (name: string) => Promise<EditProblem>; onSaved: () => void }>

/** Asks for a template's name, by default the title. Stays open when saving failed, and says why. */
export function SaveDialog({ title, trigger, onSave, onSaved }: SaveDialogProps) {
  const [isOpen, setIsOpen] = useState(false)
  const [name, setName] = useState(title)
  const [problem, setProblem] = useState<EditProblem>(null)
  const [isSaving, setIsSaving] = useState(false)
  const open = (next: boolean) => {
    if (next) {
      setName(title)
      setProblem(null)
    }
    setIsOpen(next)
  }
  const save = async () => {
    setIsSaving(true)
    const failure = await onSave(name.trim())
    setIsSaving(false)
    setProblem(failure)
    if (failure === null) {
      setIsOpen(false)
      onSaved()
    }
  }
  return (
    <Dialog open={isOpen} onOpenChange={open}>
      <DialogTrigger asChild>{trigger}</DialogTrigger>
      <DialogContent className="sm:max-w-md">
        <form
          className="contents"
          onSubmit={(submit) => {
            submit.preventDefault()
            void save()
          }}
        >
          <DialogHeader>
            <DialogTitle>Save as template</DialogTitle>
            <DialogDescription>Keeps the question, its SQL, the chart and its parameters. Opening it runs the SQL on the data of that day.</DialogDescription>
          </DialogHeader>
          <div className="flex flex-col gap-2">
            <Label htmlFor="template-name">Name</Label>
            <Input id="template-name" autoFocus maxLength={200} value={name} aria-invalid={problem !== null} onChange={({ target }) => setName(target.value)} />
            {problem && (
              <p role="alert" className="text-[13px] text-destructive">
                {problem}
              </p>
            )}
          </div>
          <DialogFooter>
            <Button type="submit" disabled={name.trim() === "" || isSaving}>
              Save template
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  )
}
