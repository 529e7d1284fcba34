"use client"

import { Monitor, Moon, Sun } from "lucide-react"
import { ToggleGroup, ToggleGroupItem } from "@/components/ui/toggle-group"
import { type Theme, THEMES, useTheme } from "@/features/shell"

const LOOKS = { light: { label: "Light", icon: Sun }, dark: { label: "Dark", icon: Moon }, system: { label: "System", icon: Monitor } } as const

export function ThemePicker() {
  const theme = useTheme((state) => state.theme)
  const setTheme = useTheme((state) => state.setTheme)
  return (
    <ToggleGroup
      type="single"
      variant="outline"
      aria-label="Theme"
      value={theme}
      className="self-start"
      onValueChange={(value) => {
        if (value !== "") setTheme(value as Theme)
      }}
    >
      {THEMES.map((name) => {
        const { label, icon: Icon } = LOOKS[name]
        return (
          <ToggleGroupItem key={name} value={name} className="gap-2 px-4">
            <Icon className="size-4" aria-hidden="true" /> {label}
          </ToggleGroupItem>
        )
      })}
    </ToggleGroup>
  )
}
