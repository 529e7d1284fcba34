"use client"

import { CheckIcon, CopyIcon } from "lucide-react"
import { useEffect, useState } from "react"
import { ToolButton } from "./tool-button"

type CopyButtonProps = Readonly<{ label: string; text: () => string; isLabelShown?: boolean }>

/** Puts `text()` on the clipboard and says so for two seconds. */
export function CopyButton({ label, text, isLabelShown }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null)
  useEffect(() => {
    if (outcome === null) return
    const timer = setTimeout(() => setOutcome(null), 2000)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text())
      setOutcome("copied")
    } catch {
      setOutcome("refused") // the browser may forbid it
    }
  }
  const said = outcome === "copied" ? "Copied" : outcome === "refused" ? "The browser did not allow it" : label
  return (
    <ToolButton
      label={said}
      isLabelShown={isLabelShown}
      icon={outcome === "copied" ? <CheckIcon className="text-success" /> : <CopyIcon />}
      onClick={() => void copy()}
    />
  )
}
