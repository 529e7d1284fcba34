"use client"

import { useState } from "react"
import { Input } from "@/components/ui/input"
import { Slider } from "@/components/ui/slider"
import type { ControlProps } from "./control-props"

/** A field, and a slider where both ends are declared. Text that is no number is kept in the field until it is left. */
export function NumberControl({ id, labelId, definition, value, isDisabled, onChange }: ControlProps<number>) {
  const [draft, setDraft] = useState<string | null>(null)
  const { min, max, step } = definition
  const hasSlider = min !== undefined && max !== undefined && max > min
  const type = (text: string) => {
    setDraft(text)
    const number = Number(text)
    if (text.trim() !== "" && Number.isFinite(number) && number >= (min ?? -Infinity) && number <= (max ?? Infinity)) onChange(number)
  }
  return (
    <div className="flex items-center gap-3">
      {hasSlider && (
        <Slider
          aria-labelledby={labelId}
          value={[value]}
          min={min}
          max={max}
          step={step ?? (Number.isInteger(min) && Number.isInteger(max) ? 1 : (max - min) / 100)}
          disabled={isDisabled}
          onValueChange={([next]) => {
            if (next !== undefined) onChange(next)
          }}
        />
      )}
      <Input
        id={id}
        type="number"
        inputMode="decimal"
        className={hasSlider ? "h-8 w-20 shrink-0 px-2 text-right tabular-nums" : "h-8 tabular-nums"}
        value={draft ?? String(value)}
        min={min}
        max={max}
        step={step ?? "any"}
        disabled={isDisabled}
        onChange={(change) => type(change.target.value)}
        onBlur={() => setDraft(null)}
      />
    </div>
  )
}
