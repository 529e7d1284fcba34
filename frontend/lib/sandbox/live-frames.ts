/** Every live frame costs a process (about 170 MB), so a page keeps only so many. */
const maxLiveFrames = 6

/** `rank` becomes `shown` when a spare is put to use. */
export type LiveEntry = { rank: "spare" | "shown"; give: () => void }

const live: LiveEntry[] = []

/**
 * Registers a frame that is about to be created. When there are too many, the oldest spare (or else the oldest shown one) is asked
 * to give way first. Returns the function that takes it off the list.
 */
export function admitFrame(entry: LiveEntry): () => void {
  while (live.length >= maxLiveFrames) {
    const victim = live.find(({ rank }) => rank === "spare") ?? live[0]
    if (!victim) break
    live.splice(live.indexOf(victim), 1)
    victim.give()
  }
  live.push(entry)
  return () => {
    const index = live.indexOf(entry)
    if (index >= 0) live.splice(index, 1)
  }
}
