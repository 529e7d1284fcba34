"use client"

import { Checkbox } from "@/components/ui/checkbox"
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select"
import type { ControlProps } from "./control-props"

/** One of the declared options. */
export function SelectControl({ id, definition, value, isDisabled, onChange }: ControlProps) {
  // positions stand for values: an option may be an empty string, which a select item may not
  const position = definition.options.findIndex((option) => String(option.value) === String(value))
  return (
    <Select
      value={position < 0 ? "" : String(position)}
      disabled={isDisabled}
      onValueChange={(next) => {
        const option = definition.options[Number(next)]
        if (option) onChange(option.value)
      }}
    >
      <SelectTrigger id={id} size="sm" className="w-full">
        <SelectValue placeholder="Choose" />
      </SelectTrigger>
      <SelectContent>
        {definition.options.map((option, index) => (
          <SelectItem key={String(option.value)} value={String(index)}>
            {option.label}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  )
}

/** Any of the declared options, in their declared order. */
export function MultiselectControl({ labelId, definition, value, isDisabled, onChange }: ControlProps<readonly (string | number)[]>) {
  const toggle = (option: string | number, isChosen: boolean) =>
    onChange(definition.options.map((each) => each.value).filter((each) => (each === option ? isChosen : value.includes(each))))
  return (
    <div role="group" aria-labelledby={labelId} className="flex max-h-44 flex-col gap-0.5 overflow-y-auto rounded-md border p-1">
      {definition.options.map((option) => (
        <label key={String(option.value)} className="flex items-center gap-2 rounded-sm px-1.5 py-1 text-[13px] hover:bg-accent">
          <Checkbox
            checked={value.includes(option.value)}
            disabled={isDisabled}
            onCheckedChange={(checked) => toggle(option.value, checked === true)}
          />
          <span className="truncate">{option.label}</span>
        </label>
      ))}
    </div>
  )
}
