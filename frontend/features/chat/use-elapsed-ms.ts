import { useEffect, useState } from "react"

const TICK_MS = 1000

/** Time since the start of what goes on, by this clock between two words of the server; afterwards as the server said. */
export function useElapsedMs(reportedMs: number | null, isRunning: boolean): number | null {
  const [since, setSince] = useState({ reportedMs, ms: 0 })
  useEffect(() => {
    if (!isRunning) return
    const start = performance.now()
    const timer = setInterval(() => setSince({ reportedMs, ms: performance.now() - start }), TICK_MS)
    return () => clearInterval(timer)
  }, [reportedMs, isRunning])
  if (!isRunning) return reportedMs
  const tickedMs = since.reportedMs === reportedMs ? since.ms : 0
  return reportedMs === null && tickedMs === 0 ? null : (reportedMs ?? 0) + tickedMs
}
