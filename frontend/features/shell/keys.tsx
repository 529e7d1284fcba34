import { cn } from "@/lib/utils"

/** A shortcut as its keys: "Ctrl Shift O". */
export function Keys({ keys, className }: { keys: string; className?: string }) {
  return (
    <span className={cn("flex gap-0.5", className)}>
      {keys.split(" ").map((key) => (
        <kbd key={key} className="rounded-sm border border-current/30 px-1 font-sans text-[11px] leading-4">
          {key}
        </kbd>
      ))}
    </span>
  )
}
