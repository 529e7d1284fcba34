"use client"

import { useEffect, useEffectEvent } from "react"

/** Actions by their keys, as in "Ctrl K"; Cmd counts as Ctrl. Keys without Ctrl pass by while something else handled them. */
export function useShortcuts(actions: Readonly<Record<string, () => void>>) {
  const onKeyDown = useEffectEvent((pressed: KeyboardEvent) => {
    if (pressed.defaultPrevented || pressed.isComposing) return
    const action = actions[keysOf(pressed)]
    if (!action) return
    pressed.preventDefault()
    action()
  })
  useEffect(() => {
    const listen = (pressed: KeyboardEvent) => onKeyDown(pressed)
    window.addEventListener("keydown", listen)
    return () => window.removeEventListener("keydown", listen)
  }, [])
}

/** "Ctrl Shift O" for a pressed combination. */
export function keysOf({ ctrlKey, metaKey, shiftKey, altKey, key }: Pick<KeyboardEvent, "ctrlKey" | "metaKey" | "shiftKey" | "altKey" | "key">): string {
  const name = key.length === 1 ? key.toUpperCase() : key
  return [(ctrlKey || metaKey) && "Ctrl", altKey && "Alt", shiftKey && "Shift", name].filter(Boolean).join(" ")
}
