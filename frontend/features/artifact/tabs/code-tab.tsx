"use client"

import { PlayIcon } from "lucide-react"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { useArtifact } from "../artifact-context"
import { CodeEditor } from "../editor/code-editor"
import type { EditorDiagnostic } from "../editor/code-mirror"
import type { ArtifactView } from "../state/artifact-view"
import { CopyButton } from "../view/copy-button"
import { useDiagnostics } from "../editor/use-diagnostics"

type CodeTabProps = Readonly<{ view: ArtifactView; streaming: string | null; isReadOnly: boolean }>

/** The component's code: as it streams, then to edit. Running an edit makes a new version. */
export function CodeTab({ view, streaming, isReadOnly }: CodeTabProps) {
  const editCode = useArtifact((state) => state.editCode)
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isRunning, setIsRunning] = useState(false)
  const isLocked = isReadOnly || streaming !== null || view.id === null || view.status === "streaming"
  const edited = isLocked || draft === view.code ? null : draft
  const diagnostics = useDiagnostics(edited)
  const run = async () => {
    if (edited === null || isRunning || diagnostics.length > 0) return
    setIsRunning(true)
    const failure = await editCode(edited)
    setIsRunning(false)
    setProblem(failure)
    if (failure === null) setDraft(null)
  }
  const discard = () => {
    setDraft(null)
    setProblem(null)
  }
  const code = streaming ?? edited ?? view.code
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-10 shrink-0 items-center gap-1 border-b px-3 text-xs text-muted-foreground">
        <span role="status">{streaming !== null ? "Writing…" : edited !== null ? "Edited" : isLocked ? "Read only" : "TSX"}</span>
        <div className="ml-auto flex items-center gap-1">
          {edited !== null && (
            <>
              <Button variant="ghost" size="sm" className="h-7" onClick={discard}>
                Discard
              </Button>
              <Button size="sm" className="h-7" disabled={isRunning || diagnostics.length > 0} onClick={() => void run()}>
                <PlayIcon /> {isRunning ? "Running…" : "Run"}
              </Button>
            </>
          )}
          <CopyButton label="Copy code" text={() => code} />
        </div>
      </div>
      <CodeEditor
        label="Code"
        language="tsx"
        value={code}
        isReadOnly={isLocked}
        diagnostics={diagnostics}
        onChange={setDraft}
        onRun={() => void run()}
        className="flex-1"
      />
      <Problems problem={problem} diagnostics={diagnostics} />
    </div>
  )
}

function Problems({ problem, diagnostics }: Readonly<{ problem: string | null; diagnostics: readonly EditorDiagnostic[] }>) {
  if (problem === null && diagnostics.length === 0) return null
  return (
    <ul role="alert" className="max-h-40 shrink-0 overflow-y-auto border-t px-4 py-2 text-[13px]">
      {problem && <li className="text-destructive">{problem}</li>}
      {diagnostics.map(({ line, column, message, hint }) => (
        <li key={`${String(line)}:${String(column)}:${message}`}>
          <span className="text-muted-foreground tabular-nums">
            Line {line}, column {column}:
          </span>{" "}
          {message} {hint && <span className="text-muted-foreground">{hint}</span>}
        </li>
      ))}
    </ul>
  )
}
