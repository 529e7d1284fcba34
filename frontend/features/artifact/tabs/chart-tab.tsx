"use client"

import { type Ref, useMemo } from "react"
import { Button } from "@/components/ui/button"
import { changedValues } from "@/features/params"
import { Preview, type PreviewHandle, type PreviewProblem } from "@/features/preview"
import { cn } from "@/lib/utils"
import { useArtifact } from "../artifact-context"
import { isUpdating, orderedResults, primaryResult, type ArtifactView } from "../state/artifact-view"
import { ChartSkeleton, ProgressLine } from "../view/pane-states"
import { rowObjects } from "../view/row-objects"
import { TruthLine } from "../view/truth-line"

export type ChartTabProps = Readonly<{
  view: ArtifactView
  previewRef: Ref<PreviewHandle>
  /** A run is making its successor. */
  isReplaced: boolean
  theme: "light" | "dark"
  /** Null while the server has not said where frames live. */
  frameOriginTemplate: string | null
  onFix?: (problem: PreviewProblem) => void
  onEdit: () => void
}>

/** The chart in its locked frame, and below it what is always true of it. */
export function ChartTab({ view, previewRef, isReplaced, theme, frameOriginTemplate, onFix, onEdit }: ChartTabProps) {
  const openArtifact = useArtifact((state) => state.openArtifact)
  const declareParams = useArtifact((state) => state.declareParams)
  const main = primaryResult(view)
  const rows = main ? rowObjects(main) : NO_ROWS
  const { results: named } = view
  const results = useMemo(() => Object.fromEntries(Object.values(named).map((result) => [result.name, rowObjects(result)])), [named])
  const { id, version } = view
  const code = view.code || (view.draft ?? "")
  const isWaiting = main === undefined || orderedResults(view).some((result) => result.status === "pending") || code === "" || frameOriginTemplate === null
  const isBusy = isUpdating(view) || isReplaced
  const hasNothing = main?.status === "ready" && main.rowCount === 0
  return (
    <>
      <div aria-busy={isBusy} className="relative flex min-h-0 flex-1 flex-col">
        {isBusy && <ProgressLine />}
        {hasNothing ? (
          <NoRows view={view} />
        ) : isWaiting ? (
          <Waiting view={view} hasCode={code !== ""} />
        ) : (
          <Preview
            ref={previewRef}
            className={cn("flex-1 transition-opacity duration-150", isBusy && "opacity-60")}
            code={code}
            isStreaming={view.code === ""}
            rows={rows}
            results={results}
            paramValues={view.paramValues}
            theme={theme}
            frameOriginTemplate={frameOriginTemplate}
            onParams={declareParams}
            onFix={onFix}
            onEdit={view.id === null ? undefined : onEdit}
            onLastGood={id !== null && version !== null && version > 1 ? () => void openArtifact(id, version - 1) : undefined}
          />
        )}
      </div>
      <TruthLine view={view} />
    </>
  )
}

const NO_ROWS: Record<string, unknown>[] = []

/** Nothing to draw yet, or nothing that ever will be. */
function Waiting({ view, hasCode }: Readonly<{ view: ArtifactView; hasCode: boolean }>) {
  const hasFailed = orderedResults(view).some((result) => result.status === "failed")
  if (view.status === "failed" || hasFailed) return <Sentence text="The data of this chart could not be loaded." />
  if (view.status === "ready" && !hasCode) return <Sentence text="No chart was drawn for this answer. Its rows are under Table." />
  return <ChartSkeleton label={primaryResult(view) ? "Drawing the chart" : "Loading the data"} />
}

function NoRows({ view }: Readonly<{ view: ArtifactView }>) {
  const resetParams = useArtifact((state) => state.resetParams)
  const filters = Object.entries(changedValues(view.params, view.paramValues)).filter(([name]) => view.params[name]?.scope === "query")
  const words = filters.map(([name, value]) => `${view.params[name]?.label ?? name} ${Array.isArray(value) ? value.join(" to ") : String(value)}`)
  return (
    <Sentence text={words.length > 0 ? `No rows are left by ${words.join(" and ")}.` : "The query answered with no rows. Its conditions are under SQL."}>
      {words.length > 0 && (
        <Button variant="outline" size="sm" onClick={resetParams}>
          Reset to defaults
        </Button>
      )}
    </Sentence>
  )
}

const Sentence = ({ text, children }: Readonly<{ text: string; children?: React.ReactNode }>) => (
  <div className="flex h-full flex-col items-center justify-center gap-3 p-8 text-center text-muted-foreground">
    <p>{text}</p>
    {children}
  </div>
)
