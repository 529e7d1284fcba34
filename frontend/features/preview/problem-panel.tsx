import { TriangleAlertIcon } from "lucide-react"

import { Button } from "@/components/ui/button"
import { ScrollArea } from "@/components/ui/scroll-area"
import { cn } from "@/lib/utils"

import { excerptOf } from "./excerpt"
import { headings } from "./problem"
import type { PreviewProblem } from "./status"

type ProblemPanelProps = React.ComponentProps<"div"> & {
  problem: PreviewProblem
  source: string
  onRunAgain?: (() => void) | undefined
  onFix?: ((problem: PreviewProblem) => void) | undefined
  onEdit?: ((line: number | undefined) => void) | undefined
  onLastGood?: (() => void) | undefined
}

const isStall = (kind: PreviewProblem["kind"]) => ["timeout", "hung", "boot", "flood", "navigated", "nested"].includes(kind)

/** Says what failed in plain words, where in the code, and what can be done. Text only: nothing of it is markup. */
export function ProblemPanel({ problem, source, onRunAgain, onFix, onEdit, onLastGood, className, ...props }: ProblemPanelProps) {
  const others = problem.diagnostics?.slice(1) ?? []
  const hint = problem.diagnostics?.[0]?.hint
  return (
    <div data-slot="preview-problem" role="alert" className={cn("flex flex-col gap-3 bg-background p-6 text-sm", className)} {...props}>
      <div className="flex items-start gap-2">
        <TriangleAlertIcon className="mt-0.5 size-4 shrink-0 text-destructive" strokeWidth={1.5} aria-hidden />
        <div className="grid min-w-0 gap-1">
          <h3 className="font-semibold">{headings[problem.kind]}</h3>
          <p className="break-words text-muted-foreground">{problem.message}</p>
          {hint && <p className="break-words text-muted-foreground">{hint}</p>}
        </div>
      </div>
      {problem.line !== undefined && <CodeExcerpt source={source} line={problem.line} />}
      {others.length > 0 && (
        <ScrollArea className="max-h-40">
          <ul className="grid gap-1 text-xs text-muted-foreground">
            {others.map(({ code, message, line, column }) => (
              <li key={`${code}:${String(line)}:${String(column)}`}>
                Line {line}: {message}
              </li>
            ))}
          </ul>
        </ScrollArea>
      )}
      <div className="flex flex-wrap gap-2">
        {onFix && problem.kind !== "unsafe" && problem.kind !== "boot" && (
          <Button size="sm" onClick={() => onFix(problem)}>
            Fix with AI
          </Button>
        )}
        {onEdit && problem.kind !== "unsafe" && problem.kind !== "boot" && (
          <Button size="sm" variant="outline" onClick={() => onEdit(problem.line)}>
            Edit code
          </Button>
        )}
        {onLastGood && (
          <Button size="sm" variant="outline" onClick={onLastGood}>
            Last good version
          </Button>
        )}
        {onRunAgain && isStall(problem.kind) && (
          <Button size="sm" variant="outline" onClick={onRunAgain}>
            Reload view
          </Button>
        )}
      </div>
    </div>
  )
}

function CodeExcerpt({ source, line }: { source: string; line: number }) {
  return (
    <pre data-slot="preview-excerpt" className="overflow-x-auto rounded-md border bg-muted py-2 font-mono text-xs leading-5">
      {excerptOf(source, line).map(({ number, text, isFailing }) => (
        <div key={number} aria-current={isFailing ? "true" : undefined} className={cn("px-3", isFailing && "bg-destructive/15")}>
          <span className="mr-3 inline-block w-8 text-right text-muted-foreground select-none">{number}</span>
          {text}
        </div>
      ))}
    </pre>
  )
}
