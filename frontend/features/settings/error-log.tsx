"use client"

import { Button } from "@/components/ui/button"
import { formatAgo } from "@/lib/format"
import { useErrorLog } from "./contexts"

export function ErrorLog() {
  const entries = useErrorLog((state) => state.entries)
  const clear = useErrorLog((state) => state.clear)
  if (entries.length === 0) return <p className="text-muted-foreground">No errors.</p>
  return (
    <div className="flex flex-col gap-2">
      <ul aria-label="Errors" className="scrollbar-quiet max-h-80 overflow-y-auto rounded-lg border" tabIndex={0}>
        {entries.map((entry) => (
          <li key={entry.id} className="flex flex-col gap-0.5 border-b px-3 py-2 last:border-b-0">
            <span className="break-words">{entry.message}</span>
            <span className="flex flex-wrap gap-x-2 text-xs text-muted-foreground">
              <time dateTime={entry.at} title={new Date(entry.at).toLocaleString()}>
                {formatAgo(Date.parse(entry.at), Date.now())}
              </time>
              <span>{entry.source}</span>
              {entry.code && <span>{entry.code.replaceAll("_", " ")}</span>}
              {entry.count > 1 && <span>{entry.count} times</span>}
            </span>
          </li>
        ))}
      </ul>
      <Button variant="outline" size="sm" className="self-start" onClick={clear}>
        Clear errors
      </Button>
    </div>
  )
}
