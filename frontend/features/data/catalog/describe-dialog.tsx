"use client"

import { PencilIcon } from "lucide-react"
import { useId, useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog, DialogClose, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle, DialogTrigger } from "@/components/ui/dialog"
import { Input } from "@/components/ui/input"
import { Label } from "@/components/ui/label"
import { Textarea } from "@/components/ui/textarea"
import type { OwnWords } from "../state/catalog-types"

type DescribeDialogProps = Readonly<{
  /** The table or column. */
  name: string
  words: OwnWords
  /** Whether its values have a unit. */
  hasUnit: boolean
  /** Answers why it could not be saved, or null when it is. */
  onSave: (words: OwnWords) => Promise<string | null>
}>

/** What a table or column means and what else it is called: questions are understood by it. */
export function DescribeDialog(props: DescribeDialogProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button variant="ghost" size="icon-sm" className="size-7 text-muted-foreground" aria-label={`Describe ${props.name}`}>
          <PencilIcon />
        </Button>
      </DialogTrigger>
      <DialogContent className="sm:max-w-md">
        <DialogHeader>
          <DialogTitle>Describe “{props.name}”</DialogTitle>
          <DialogDescription>Questions are understood by these words. They stay on this server, or go to the model that you have configured.</DialogDescription>
        </DialogHeader>
        <DescribeForm {...props} onDone={() => setIsOpen(false)} />
      </DialogContent>
    </Dialog>
  )
}

function DescribeForm({ words, hasUnit, onSave, onDone }: DescribeDialogProps & Readonly<{ onDone: () => void }>) {
  const [descriptionId, unitId, synonymsId] = [useId(), useId(), useId()]
  const [description, setDescription] = useState(words.description)
  const [unit, setUnit] = useState(words.unit)
  const [synonyms, setSynonyms] = useState(words.synonyms.join(", "))
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const save = async () => {
    setIsSaving(true)
    const failure = await onSave({ description, unit, synonyms: synonyms.split(",").map((word) => word.trim()).filter((word) => word !== "") })
    setIsSaving(false)
    setProblem(failure)
    if (failure === null) onDone()
  }
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(submit) => {
        submit.preventDefault()
        void save()
      }}
    >
      <div className="flex flex-col gap-1.5">
        <Label htmlFor={descriptionId}>What it holds</Label>
        <Textarea id={descriptionId} value={description} maxLength={1000} rows={3} onChange={({ target }) => setDescription(target.value)} />
      </div>
      {hasUnit && (
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={unitId}>Unit</Label>
          <Input id={unitId} value={unit} maxLength={100} placeholder="USD, km, %" onChange={({ target }) => setUnit(target.value)} />
        </div>
      )}
      <div className="flex flex-col gap-1.5">
        <Label htmlFor={synonymsId}>Other names, separated by commas</Label>
        <Input id={synonymsId} value={synonyms} onChange={({ target }) => setSynonyms(target.value)} />
      </div>
      {problem !== null && (
        <p role="alert" className="text-[13px] text-destructive">
          {problem}
        </p>
      )}
      <DialogFooter>
        <DialogClose asChild>
          <Button type="button" variant="outline">
            Cancel
          </Button>
        </DialogClose>
        <Button type="submit" disabled={isSaving}>
          Save
        </Button>
      </DialogFooter>
    </form>
  )
}
