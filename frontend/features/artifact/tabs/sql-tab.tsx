"use client"

import { PencilIcon, PlayIcon } from "lucide-react"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { formatDuration } from "@/lib/format"
import { useArtifact } from "../artifact-context"
import { CodeEditor } from "../editor/code-editor"
import { orderedResults, type ArtifactView, type NamedResult } from "../state/artifact-view"
import { bindValues } from "../state/bound-values"
import { CopyButton } from "../view/copy-button"
import { formatRows, plainCell } from "../view/format"
import { JobStatement } from "../view/job-statement"
import { ToolButton } from "../view/tool-button"

/** Every statement behind the chart, to read, copy, or change and run. */
export function SqlTab({ view, isReadOnly }: Readonly<{ view: ArtifactView; isReadOnly: boolean }>) {
  const results = orderedResults(view)
  if (results.length === 0) return <p className="p-4 text-[13px] text-muted-foreground">The SQL appears here when it has been written.</p>
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4">
      {results.map((result) => (
        <QueryCard key={result.name} view={view} result={result} isReadOnly={isReadOnly || view.id === null} />
      ))}
    </div>
  )
}

type QueryCardProps = Readonly<{ view: ArtifactView; result: NamedResult; isReadOnly: boolean }>

function QueryCard({ view, result, isReadOnly }: QueryCardProps) {
  const editQuery = useArtifact((state) => state.editQuery)
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isRunning, setIsRunning] = useState(false)
  const { sql } = result
  const run = async () => {
    if (draft === null || isRunning) return
    setIsRunning(true)
    const failure = await editQuery(result.name, draft)
    setIsRunning(false)
    setProblem(failure)
    if (failure === null) setDraft(null)
  }
  const cancel = () => {
    setDraft(null)
    setProblem(null)
  }
  return (
    <section aria-label={`Query ${result.name}`} className="shrink-0 overflow-hidden rounded-lg border bg-card">
      <header className="flex h-10 items-center gap-2 border-b pr-1.5 pl-3 text-xs text-muted-foreground tabular-nums">
        <h3 className="font-mono text-[13px] font-medium text-foreground">{result.name}</h3>
        <span className="truncate">
          {formatRows(result.rowCount)}
          {result.elapsedMs !== null && ` · ${formatDuration(result.elapsedMs)}`}
        </span>
        <div className="ml-auto flex items-center gap-0.5">
          {draft === null ? (
            <>
              {sql !== null && !isReadOnly && <ToolButton label="Edit and run" isLabelShown icon={<PencilIcon />} onClick={() => setDraft(sql)} />}
              {sql !== null && <CopyButton label="Copy SQL" text={() => sql} />}
            </>
          ) : (
            <>
              <Button variant="ghost" size="sm" className="h-7" onClick={cancel}>
                Cancel
              </Button>
              <Button size="sm" className="h-7" disabled={isRunning || draft.trim() === "" || draft === sql} onClick={() => void run()}>
                <PlayIcon /> {isRunning ? "Running…" : "Run"}
              </Button>
            </>
          )}
        </div>
      </header>
      <JobStatement sql={sql} />
      {sql === null ? (
        <p className="p-3 text-[13px] text-muted-foreground">These rows were given with the chart; there is no SQL behind them.</p>
      ) : (
        <CodeEditor
          label={`SQL of ${result.name}`}
          language="sql"
          value={draft ?? sql}
          isReadOnly={draft === null}
          onChange={setDraft}
          onRun={() => void run()}
          className="max-h-96 min-h-10"
        />
      )}
      {problem && (
        <p role="alert" className="border-t px-3 py-2 text-[13px] text-destructive">
          {problem}
        </p>
      )}
      <BoundValues view={view} result={result} sql={draft ?? sql} />
    </section>
  )
}

/** Values of the statement's placeholders. */
function BoundValues({ view, result, sql }: Readonly<{ view: ArtifactView; result: NamedResult; sql: string | null }>) {
  const values = Object.entries(sql === null ? {} : bindValues(sql, view.params, view.paramValues, result.params))
  if (values.length === 0) return null
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-1 border-t px-3 py-2 font-mono text-xs">
      {values.map(([name, value]) => (
        <div key={name} className="flex gap-1.5">
          <dt className="text-muted-foreground">${name}</dt>
          <dd>{plainCell(value) || "(none)"}</dd>
        </div>
      ))}
    </dl>
  )
}
