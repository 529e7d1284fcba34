import { SearchIcon } from "lucide-react"
import { Input } from "@/components/ui/input"
import { cn } from "@/lib/utils"

/** One line to narrow a list by; `label` is both its name and its hint. */
export function SearchField({ label, value, className, onChange }: Readonly<{ label: string; value: string; className?: string; onChange: (text: string) => void }>) {
  return (
    <div className={cn("relative", className)}>
      <SearchIcon aria-hidden className="absolute top-2 left-2.5 size-4 text-muted-foreground" strokeWidth={1.5} />
      <Input type="search" aria-label={label} placeholder={label} value={value} className="h-8 pl-8 text-[13px]" onChange={({ target }) => onChange(target.value)} />
    </div>
  )
}
