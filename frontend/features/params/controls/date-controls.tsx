"use client"

import { Input } from "@/components/ui/input"
import type { ParamValue } from "../param-types"
import { readRange } from "../param-values"
import type { ControlProps } from "./control-props"

const FIELD = "h-8 px-2 text-[13px] tabular-nums"

/** A day, `YYYY-MM-DD`. Emptying the field counts only where the param may be empty. */
export function DateControl({ id, value, isDisabled, onChange }: ControlProps<string>) {
  return (
    <Input
      id={id}
      type="date"
      className={FIELD}
      value={value}
      disabled={isDisabled}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}

/** First and last day; a first day after the last one swaps them. */
export function DateRangeControl({ id, labelId, value, isDisabled, onChange }: ControlProps<ParamValue>) {
  const [from, to] = readRange(value)
  return (
    <div role="group" aria-labelledby={labelId} className="grid grid-cols-[auto_1fr] items-center gap-x-2 gap-y-1.5 text-xs text-muted-foreground">
      <label htmlFor={id}>From</label>
      <Input id={id} type="date" className={FIELD} value={from} disabled={isDisabled} onChange={({ target }) => onChange([target.value, to])} />
      <label htmlFor={`${id}-to`}>To</label>
      <Input id={`${id}-to`} type="date" className={FIELD} value={to} disabled={isDisabled} onChange={({ target }) => onChange([from, target.value])} />
    </div>
  )
}
