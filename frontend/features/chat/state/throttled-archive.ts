import { type ChatMessage } from "./chat-types"
import { type ChatArchive } from "./ports"

/**
 * An archive that writes at most once in a while: a streaming answer changes many times a second. What waits is written by
 * `flush`, which belongs on leaving the page.
 * @param after calls back once, later
 */
export function throttleArchive(archive: ChatArchive, after: (write: () => void) => void): ChatArchive & { flush: () => void } {
  let waiting: { id: string | null; messages: readonly ChatMessage[] } | null = null
  let isScheduled = false
  const flush = () => {
    isScheduled = false
    if (!waiting) return
    const { id, messages } = waiting
    waiting = null
    archive.write(id, messages)
  }
  return {
    flush,
    lastOpen: () => {
      flush()
      return archive.lastOpen()
    },
    read: (id) => {
      flush()
      return archive.read(id)
    },
    write: (id, messages) => {
      if (waiting && waiting.id !== id) flush()
      waiting = { id, messages }
      if (isScheduled) return
      isScheduled = true
      after(flush)
    },
    remove: (id) => {
      flush()
      archive.remove(id)
    },
    clear: () => {
      waiting = null
      archive.clear()
    },
  }
}
