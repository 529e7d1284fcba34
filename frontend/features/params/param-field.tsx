"use client"

import { useId } from "react"
import { Input } from "@/components/ui/input"
import { Label } from "@/components/ui/label"
import { Switch } from "@/components/ui/switch"
import { MultiselectControl, SelectControl } from "./controls/choice-controls"
import { ColorControl } from "./controls/color-control"
import type { ControlProps } from "./controls/control-props"
import { DateControl, DateRangeControl } from "./controls/date-controls"
import { NumberControl } from "./controls/number-control"
import type { ParamDefinition, ParamValue } from "./param-types"

type ParamFieldProps = Readonly<{ definition: ParamDefinition; value: ParamValue; isDisabled: boolean; onChange: (value: ParamValue) => void }>

/** One param with its label; says when a change of it runs the query. */
export function ParamField({ definition, value, isDisabled, onChange }: ParamFieldProps) {
  const id = useId()
  const labelId = `${id}-label`
  const isGroup = definition.type === "multiselect" || definition.type === "dateRange" // their fields have labels of their own
  const control = { id, labelId, definition, value, isDisabled, onChange }
  return (
    <div data-slot="param-field" className="flex flex-col gap-1.5">
      <div className="flex min-h-5 items-center justify-between gap-2">
        <Label id={labelId} htmlFor={isGroup ? undefined : id} className="text-[13px] font-medium">
          {definition.label}
        </Label>
        {definition.type === "boolean" ? (
          <Switch id={id} checked={value === true} disabled={isDisabled} onCheckedChange={onChange} />
        ) : (
          definition.scope === "query" && <QueryMark />
        )}
      </div>
      {definition.type === "boolean" ? definition.scope === "query" && <QueryMark /> : <Control {...control} />}
    </div>
  )
}

const QueryMark = () => <span className="text-xs whitespace-nowrap text-muted-foreground">runs the query</span>

function Control(props: ControlProps) {
  const { id, definition, value, isDisabled, onChange } = props
  switch (definition.type) {
    case "number":
      return <NumberControl {...props} value={typeof value === "number" ? value : 0} />
    case "select":
      return <SelectControl {...props} />
    case "multiselect":
      return <MultiselectControl {...props} value={Array.isArray(value) ? value : []} />
    case "color":
      return <ColorControl {...props} value={typeof value === "string" ? value : "#000000"} />
    case "date":
      return <DateControl {...props} value={typeof value === "string" ? value : ""} />
    case "dateRange":
      return <DateRangeControl {...props} />
    default:
      return (
        <Input
          id={id}
          className="h-8 px-2 text-[13px]"
          value={typeof value === "string" ? value : ""}
          disabled={isDisabled}
          onChange={({ target }) => onChange(target.value)}
        />
      )
  }
}
