"use client"

import { useEffect, useRef, useState } from "react"
import { cn } from "@/lib/utils"
import type { EditorDiagnostic, EditorHandle, EditorLanguage } from "./code-mirror"

type CodeEditorProps = Readonly<{
  /** Accessible name. */
  label: string
  language: EditorLanguage
  value: string
  isReadOnly?: boolean
  diagnostics?: readonly EditorDiagnostic[]
  onChange?: (value: string) => void
  onRun?: () => void
  className?: string
}>

const NO_DIAGNOSTICS: readonly EditorDiagnostic[] = []

/** Text with highlighting, editable unless `isReadOnly`. The editor is loaded when first needed; until then the text stands as it is. */
export function CodeEditor({ label, language, value, isReadOnly = false, diagnostics = NO_DIAGNOSTICS, onChange, onRun, className }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const latest = useRef({ value, isReadOnly, onChange, onRun })
  const [editor, setEditor] = useState<EditorHandle | null>(null)

  useEffect(() => {
    latest.current = { value, isReadOnly, onChange, onRun }
  })

  useEffect(() => {
    let mounted: EditorHandle | null = null
    let isGone = false
    const mount = async () => {
      const { mountEditor } = await import("./code-mirror")
      if (isGone || !host.current) return
      mounted = mountEditor(host.current, {
        label,
        language,
        value: latest.current.value,
        isReadOnly: latest.current.isReadOnly,
        onChange: (next) => latest.current.onChange?.(next),
        onRun: () => latest.current.onRun?.(),
      })
      setEditor(mounted)
    }
    void mount()
    return () => {
      isGone = true
      mounted?.destroy()
      setEditor(null)
    }
  }, [label, language])

  useEffect(() => editor?.setValue(value), [editor, value])
  useEffect(() => editor?.setReadOnly(isReadOnly), [editor, isReadOnly])
  useEffect(() => editor?.setDiagnostics(diagnostics), [editor, diagnostics])

  return (
    <div className={cn("relative min-h-0 overflow-hidden", className)}>
      <div ref={host} className="h-full" />
      {!editor && (
        <pre tabIndex={0} aria-label={label} className="h-full overflow-auto px-3 py-2 font-mono text-[12.5px] leading-[1.6] whitespace-pre-wrap">
          {value}
        </pre>
      )}
    </div>
  )
}
