"use client"

import { PanelRightCloseIcon } from "lucide-react"
import { Sheet, SheetContent, SheetTitle } from "@/components/ui/sheet"
import { ParamsPanel } from "@/features/params"
import { useArtifact } from "../artifact-context"
import type { ArtifactView } from "../state/artifact-view"
import { useMediaQuery } from "./hooks"
import { ToolButton } from "./tool-button"

type ParamsAreaProps = Readonly<{ view: ArtifactView; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }>

/** The controls of a chart: beside it where there is room, else a sheet over it. */
export function ParamsArea({ view, isOpen, onOpenChange }: ParamsAreaProps) {
  const setParam = useArtifact((state) => state.setParam)
  const resetParams = useArtifact((state) => state.resetParams)
  const undoParam = useArtifact((state) => state.undoParam)
  const isWide = useMediaQuery(WIDE)
  const isPhone = useMediaQuery("(max-width: 767px)")
  if (!isOpen) return null
  const panel = {
    params: view.params,
    values: view.paramValues,
    canUndo: view.undo !== null,
    onChange: setParam,
    onReset: resetParams,
    onUndo: undoParam,
  }
  if (isWide)
    return (
      <ParamsPanel
        {...panel}
        className="w-[280px] shrink-0 border-l bg-sidebar"
        actions={<ToolButton label="Hide parameters" className="size-7 px-0 has-[>svg]:px-0" icon={<PanelRightCloseIcon />} onClick={() => onOpenChange(false)} />}
      />
    )
  return (
    <Sheet open onOpenChange={onOpenChange}>
      <SheetContent side={isPhone ? "bottom" : "right"} className="gap-0 sm:max-w-xs" aria-describedby={undefined}>
        <SheetTitle className="sr-only">Parameters</SheetTitle>
        <ParamsPanel {...panel} className="min-h-0 flex-1 [&>header]:pr-12" />
      </SheetContent>
    </Sheet>
  )
}

/** The window is wide enough for chat, chart and controls side by side. */
export const WIDE = "(min-width: 1280px)"
