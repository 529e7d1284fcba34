"use client"

import { HexColorInput, HexColorPicker } from "react-colorful"
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover"
import type { ControlProps } from "./control-props"

/** A swatch that opens a picker, and a field for the hex value. */
export function ColorControl({ id, definition, value, isDisabled, onChange }: ControlProps<string>) {
  return (
    <div className="flex items-center gap-2">
      <Popover>
        <PopoverTrigger
          disabled={isDisabled}
          aria-label={`Pick a colour for ${definition.label}`}
          className="size-8 shrink-0 rounded-md border border-input outline-none focus-visible:ring-2 focus-visible:ring-ring disabled:opacity-50"
          style={{ backgroundColor: value }}
        />
        <PopoverContent align="start" className="w-auto p-3">
          <HexColorPicker color={value} onChange={onChange} />
        </PopoverContent>
      </Popover>
      <HexColorInput
        id={id}
        prefixed
        color={value}
        disabled={isDisabled}
        onChange={onChange}
        spellCheck={false}
        className="h-8 w-full min-w-0 rounded-md border border-input bg-transparent px-2 font-mono text-[13px] outline-none focus-visible:border-ring focus-visible:ring-2 focus-visible:ring-ring/40 disabled:opacity-50"
      />
    </div>
  )
}
