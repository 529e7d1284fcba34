import { CircleAlertIcon } from "lucide-react"
import { Checkbox } from "@/components/ui/checkbox"
import { formatCount } from "@/lib/format"
import { cn } from "@/lib/utils"
import type { TablePreview } from "../state/catalog-types"
import type { TableDraft } from "../state/review"

type TablePickerProps = Readonly<{
  tables: readonly TablePreview[]
  /** One for each table. */
  drafts: readonly TableDraft[]
  shown: number
  hasProblem: (draft: TableDraft) => boolean
  onShow: (index: number) => void
  onKeep: (index: number, isKept: boolean) => void
}>

/** The tables of a preview: which are to be made, and which one is looked at. */
export function TablePicker({ tables, drafts, shown, hasProblem, onShow, onKeep }: TablePickerProps) {
  return (
    <ul aria-label="Tables found" className="max-h-36 shrink-0 overflow-y-auto rounded-lg border p-1">
      {drafts.map((draft, index) => (
        <li key={draft.table} className={cn("flex items-center gap-2 rounded-md px-2", index === shown && "bg-accent")}>
          <Checkbox aria-label={`Add ${draft.name}`} checked={draft.isKept} onCheckedChange={(isKept) => onKeep(index, isKept === true)} />
          <button
            type="button"
            aria-current={index === shown ? "true" : undefined}
            className={cn("flex min-w-0 flex-1 items-center gap-2 rounded-sm py-1.5 text-left text-[13px] outline-none focus-visible:ring-2 focus-visible:ring-ring", !draft.isKept && "text-muted-foreground line-through")}
            onClick={() => onShow(index)}
          >
            <span className="min-w-0 flex-1 truncate">{draft.name}</span>
            {hasProblem(draft) && <CircleAlertIcon aria-label="Name is taken" className="size-4 shrink-0 text-destructive" strokeWidth={1.5} />}
            <span className="text-xs text-muted-foreground tabular-nums">{formatCount(tables[index]?.rowCount ?? 0)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
