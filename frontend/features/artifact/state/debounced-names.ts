import type { Clock } from "./ports"

/** Collects names and hands all of them to `task` once none has come for `delayMs`. */
export function createDebouncedNames(clock: Clock, delayMs: number, task: (names: readonly string[]) => void) {
  let names = new Set<string>()
  let cancelTimer = () => {}
  return {
    add: (more: readonly string[]): readonly string[] => {
      cancelTimer()
      names = new Set([...names, ...more])
      cancelTimer = clock.after(delayMs, () => {
        const collected = [...names]
        names = new Set()
        task(collected)
      })
      return [...names]
    },
    cancel: () => {
      cancelTimer()
      names = new Set()
    },
  }
}
