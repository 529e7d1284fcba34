import { type StorageArea } from "./stored-value"

/** A storage area that lives as long as the page, and can be made to run full. */
export function createMemoryArea(maxChars = Infinity): StorageArea & { entries: Map<string, string> } {
  const entries = new Map<string, string>()
  return {
    entries,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, text) => {
      if (text.length > maxChars) throw new DOMException("The quota has been exceeded.", "QuotaExceededError")
      entries.set(key, text)
    },
    removeItem: (key) => void entries.delete(key),
  }
}
