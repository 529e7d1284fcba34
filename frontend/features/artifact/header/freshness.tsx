"use client"

import { Tooltip, TooltipContent, TooltipTrigger } from "@/components/ui/tooltip"
import { cn } from "@/lib/utils"
import { formatAge, formatMoment } from "../view/format"
import { useNow } from "../view/hooks"

/** Results are cached this long; data older than that is marked. */
const STALE_MS = 5 * 60_000

/** When the data was fetched: relative, absolute on hover, amber once it is old. */
export function Freshness({ fetchedAt }: Readonly<{ fetchedAt: string }>) {
  const age = Math.max(0, useNow() - Date.parse(fetchedAt))
  const isStale = age > STALE_MS
  return (
    <Tooltip>
      <TooltipTrigger asChild>
        <time
          dateTime={fetchedAt}
          tabIndex={0}
          data-stale={isStale}
          className={cn("shrink-0 rounded-sm text-xs whitespace-nowrap tabular-nums", isStale ? "text-warning" : "text-muted-foreground")}
        >
          <span className="hidden @xl:inline">Data fetched </span>
          <span className="sr-only @xl:hidden">Data fetched </span>
          {formatAge(age)}
        </time>
      </TooltipTrigger>
      <TooltipContent>
        Data fetched at {formatMoment(fetchedAt)}
        {isStale && ". Refresh to run the query again."}
      </TooltipContent>
    </Tooltip>
  )
}
