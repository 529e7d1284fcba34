"use client"

import { useEffect } from "react"
import { Button } from "@/components/ui/button"
import { useErrorLog } from "@/features/settings"

/** What stands in place of a page that failed; the rest of the app goes on. */
export default function PageError({ error, reset }: { error: Error; reset: () => void }) {
  const log = useErrorLog((state) => state.log)
  useEffect(() => log("page", error), [log, error])
  return (
    <div role="alert" className="grid h-full place-items-center p-6">
      <div className="flex flex-col items-center gap-3 text-center">
        <h1 className="text-base font-medium">This page could not be shown</h1>
        <p className="text-muted-foreground">The reason is in the error log of the settings.</p>
        <Button onClick={reset}>Try again</Button>
      </div>
    </div>
  )
}
