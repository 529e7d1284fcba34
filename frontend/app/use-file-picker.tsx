"use client"

import { useRef } from "react"
import { ACCEPTED_FILES } from "@/features/data"

/** Opens the browser's file dialog; `picker` must be rendered somewhere. */
export function useFilePicker(onFiles: (files: readonly File[]) => void) {
  const input = useRef<HTMLInputElement>(null)
  const picker = (
    <input
      ref={input}
      type="file"
      multiple
      hidden
      aria-label="Files to add as tables"
      accept={ACCEPTED_FILES}
      onChange={({ target }) => {
        onFiles([...(target.files ?? [])])
        target.value = "" // the same file may be chosen again
      }}
    />
  )
  return { pickFiles: () => input.current?.click(), picker }
}
