"use client"

import { type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from "react"

import { Button } from "@/components/ui/button"
import { Skeleton } from "@/components/ui/skeleton"
import { Compiler } from "@/lib/compile/compiler"
import type { ParamDeclarations } from "@/lib/security/codeValidator"
import { FrameHost } from "@/lib/sandbox/frame-host"
import { findIcons } from "@/lib/sandbox/icon-source"
import type { Row, Theme } from "@/lib/sandbox/protocol"
import { cn } from "@/lib/utils"

import { capResults, capRows } from "./cap-rows"
import { PreviewSession } from "./preview-session"
import { ProblemPanel } from "./problem-panel"
import type { PreviewProblem, PreviewStatus } from "./status"

export type PreviewHandle = {
  /** What is shown, as a PNG; undefined when nothing is. @throws Error with a sentence for the user */
  takePicture: () => Promise<Blob | undefined>
}

export type PreviewProps = {
  ref?: Ref<PreviewHandle>
  /** TSX of the artifact; may be unfinished while `isStreaming`. */
  code: string
  isStreaming?: boolean
  /** Rows of the primary result, one object a row. Keep the array's identity while the data is the same. */
  rows: Row[]
  /** Rows of every result by name. */
  results?: Record<string, Row[]>
  /** Values that were set; what is not set has the default the code declares. */
  paramValues?: Record<string, unknown>
  theme: Theme
  /** `frameOriginTemplate` of GET /api/config, such as `http://r-{id}.localhost:5080`. */
  frameOriginTemplate: string
  onStatus?: (status: PreviewStatus) => void
  /** What the code declares, read from the AST, as soon as it is valid. */
  onParams?: (params: ParamDeclarations) => void
  onFix?: (problem: PreviewProblem) => void
  onEdit?: (line: number | undefined) => void
  onLastGood?: () => void
  className?: string
}

const noResults: Record<string, Row[]> = {}
const noValues: Record<string, unknown> = {}
let sharedCompiler: Compiler | undefined

/** One worker for all previews of the page; started with the first. */
const compiler = () => (sharedCompiler ??= new Compiler())

/**
 * The live view of an artifact, in a locked frame. Fills its box. While it works, what was shown stays; a failure is told in place.
 * Changes of rows, params or theme make no request and load nothing.
 */
export function Preview({ ref, code, isStreaming = false, rows, results = noResults, paramValues = noValues, theme, frameOriginTemplate, className, ...callbacks }: PreviewProps) {
  const boxRef = useRef<HTMLDivElement>(null)
  const sessionRef = useRef<PreviewSession | null>(null)
  const [status, setStatus] = useState<PreviewStatus>({ state: "empty" })
  const [notice, setNotice] = useState<string | null>(null)
  const [isDismissed, setIsDismissed] = useState(false)
  const capped = useMemo(() => capRows(rows), [rows])
  const cappedResults = useMemo(() => capResults(results, { of: rows, rows: capped.rows }), [results, rows, capped])

  // The session outlives renders: it reads the newest callbacks and inputs from here.
  const latest = useRef({ callbacks, data: capped.rows, results: cappedResults, paramValues, theme })
  useEffect(() => {
    latest.current = { callbacks, data: capped.rows, results: cappedResults, paramValues, theme }
  })

  useEffect(() => {
    const box = boxRef.current
    if (!box) return
    const session = new PreviewSession(
      {
        compile: (source) => compiler().compile(source),
        findIcons,
        openHost: (listener) => new FrameHost(box, frameOriginTemplate, listener),
        onStatus: (next) => {
          setStatus(next)
          setIsDismissed(false)
          if (next.state === "working") setNotice(null)
          latest.current.callbacks.onStatus?.(next)
        },
        onParams: (params) => latest.current.callbacks.onParams?.(params),
        onNotice: setNotice,
      },
      latest.current,
    )
    compiler().warm()
    sessionRef.current = session
    return () => {
      sessionRef.current = null
      session.dispose()
      setStatus({ state: "empty" })
    }
  }, [frameOriginTemplate])

  useEffect(() => sessionRef.current?.setCode(code, isStreaming), [code, isStreaming, frameOriginTemplate])
  useEffect(() => sessionRef.current?.setData(capped.rows, cappedResults), [capped, cappedResults])
  useEffect(() => sessionRef.current?.setParamValues(paramValues), [paramValues])
  useEffect(() => sessionRef.current?.setTheme(theme), [theme])

  useImperativeHandle(ref, () => ({
    takePicture: async () => sessionRef.current?.takePicture(),
  }))

  const isFailed = status.state === "failed" && !isDismissed
  const showLastGood = status.state === "failed" && status.hasOlder ? () => setIsDismissed(true) : callbacks.onLastGood
  return (
    <div data-slot="preview" data-state={status.state} className={cn("relative flex min-h-64 flex-col overflow-hidden", className)} aria-busy={status.state === "working"}>
      <div ref={boxRef} className="relative min-h-0 flex-1" />
      {status.state === "working" && <Working isSlow={status.isSlow} />}
      {status.state === "shown" && status.isEmpty && <p className="absolute inset-0 grid place-items-center p-6 text-sm text-muted-foreground">The component drew nothing for these rows.</p>}
      {isFailed && (
        <ProblemPanel
          className="absolute inset-0 overflow-auto"
          problem={status.problem}
          source={code}
          onRunAgain={() => sessionRef.current?.runAgain()}
          onFix={callbacks.onFix}
          onEdit={callbacks.onEdit}
          onLastGood={showLastGood}
        />
      )}
      {status.state === "asleep" && (
        <div className="absolute inset-0 grid place-content-center gap-3 bg-background text-center text-sm text-muted-foreground">
          This view was put to sleep to save memory.
          <Button size="sm" variant="outline" onClick={() => sessionRef.current?.runAgain()}>
            Run
          </Button>
        </div>
      )}
      {notice !== null && !isFailed && <p role="status" className="border-t px-4 py-2 text-xs text-warning">A control of the view failed: {notice}</p>}
      {capped.isCapped && !isFailed && (
        <p className="border-t px-4 py-2 text-xs text-warning">
          The view has the first {capped.rows.length.toLocaleString("en")} of {capped.total.toLocaleString("en")} rows; all of them are under Table.
        </p>
      )}
    </div>
  )
}

/** Appears only when the wait is long enough to be noticed. */
function Working({ isSlow }: { isSlow: boolean }) {
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), 150)
    return () => clearTimeout(timer)
  }, [])
  if (!isLong) return null
  return (
    <div data-slot="preview-working" role="status" className="pointer-events-none absolute inset-x-0 top-0 p-4">
      <span className="sr-only">{isSlow ? "Still drawing" : "Drawing"}</span>
      <Skeleton className="h-1 w-full" />
      {isSlow && <p className="pt-2 text-xs text-muted-foreground">Still drawing…</p>}
    </div>
  )
}
