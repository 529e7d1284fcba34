"use client"

import { useEffect, useState } from "react"
import type { EditorDiagnostic } from "./code-mirror"

/** Typing pauses this long before the code is checked. */
const PAUSE_MS = 250
const NONE: readonly EditorDiagnostic[] = []

/** What the validator has to say about edited code; nothing for null. The validator is loaded with the first edit. */
export function useDiagnostics(code: string | null): readonly EditorDiagnostic[] {
  const [checked, setChecked] = useState<{ code: string; diagnostics: readonly EditorDiagnostic[] } | null>(null)
  useEffect(() => {
    if (code === null) return
    let isStale = false
    const check = async () => {
      const { validateCode } = await import("@/lib/security/codeValidator")
      if (!isStale) setChecked({ code, diagnostics: validateCode(code).diagnostics })
    }
    const timer = setTimeout(() => void check(), PAUSE_MS)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [code])
  return code === null ? NONE : (checked?.diagnostics ?? NONE)
}
