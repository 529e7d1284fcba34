"use client"

import { RotateCcwIcon, Undo2Icon } from "lucide-react"
import { Button } from "@/components/ui/button"
import { Tooltip, TooltipContent, TooltipTrigger } from "@/components/ui/tooltip"
import { cn } from "@/lib/utils"
import { ParamField } from "./param-field"
import type { ParamDefinitions, ParamValue, ParamValues } from "./param-types"
import { changedValues, effectiveValues } from "./param-values"

export type ParamsPanelProps = Omit<React.ComponentProps<"section">, "onChange" | "onReset"> &
  Readonly<{
    params: ParamDefinitions
    values: ParamValues
    canUndo: boolean
    isDisabled?: boolean
    onChange: (name: string, value: ParamValue) => void
    onReset: () => void
    onUndo: () => void
    /** Buttons at the end of the head, such as one that closes the panel. */
    actions?: React.ReactNode
  }>

/** A control for every declared param. Holds no values: they are given and changes are told. */
export function ParamsPanel({ params, values, canUndo, isDisabled = false, onChange, onReset, onUndo, actions, className, ...props }: ParamsPanelProps) {
  const current = effectiveValues(params, values)
  const isChanged = Object.keys(changedValues(params, values)).length > 0
  return (
    <section data-slot="params-panel" aria-label="Parameters" className={cn("flex min-h-0 flex-col", className)} {...props}>
      <header className="flex h-11 shrink-0 items-center gap-1 border-b px-4 pr-2">
        <h2 className="mr-auto text-[13px] font-semibold">Parameters</h2>
        <IconButton label="Undo last change" isDisabled={!canUndo || isDisabled} onClick={onUndo} icon={<Undo2Icon />} />
        <IconButton label="Reset to defaults" isDisabled={!isChanged || isDisabled} onClick={onReset} icon={<RotateCcwIcon />} />
        {actions}
      </header>
      <div className="flex min-h-0 flex-col gap-5 overflow-y-auto p-4">
        {Object.entries(params).map(([name, definition]) => (
          <ParamField
            key={name}
            definition={definition}
            value={current[name] ?? null}
            isDisabled={isDisabled}
            onChange={(value) => onChange(name, value)}
          />
        ))}
        {Object.keys(params).length === 0 && (
          <p className="text-[13px] text-muted-foreground">This chart has no parameters. Ask for one, such as “let me choose the year”.</p>
        )}
      </div>
    </section>
  )
}

type IconButtonProps = Readonly<{ label: string; isDisabled: boolean; onClick: () => void; icon: React.ReactNode }>

const IconButton = ({ label, isDisabled, onClick, icon }: IconButtonProps) => (
  <Tooltip>
    <TooltipTrigger asChild>
      <Button variant="ghost" size="icon-sm" className="size-7" aria-label={label} disabled={isDisabled} onClick={onClick}>
        {icon}
      </Button>
    </TooltipTrigger>
    <TooltipContent>{label}</TooltipContent>
  </Tooltip>
)
