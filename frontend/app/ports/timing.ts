/** Calls `task` once, `ms` milliseconds from now. */
export const after = (ms: number, task: () => void): void => void setTimeout(task, ms)

/** Longest wait for a frame: a tab in the background paints none. */
const MAX_WAIT_MS = 100

/** Calls `flush` once, with the next frame. */
export function schedule(flush: () => void): void {
  const run = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    flush()
  }
  const frame = requestAnimationFrame(run)
  const timer = setTimeout(run, MAX_WAIT_MS)
}
