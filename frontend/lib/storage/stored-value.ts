export type StorageArea = Pick<Storage, "getItem" | "setItem" | "removeItem">

export type StoredValueOptions<T> = {
  /** Null where the browser forbids storage: then nothing is kept. */
  area: StorageArea | null
  key: string
  /** Raised when the shape changes: what an older version wrote is dropped. */
  version: number
  /** Most characters of JSON that are kept. */
  maxChars: number
  /** Checks what was read, which anybody may have written; null drops it. */
  parse: (value: unknown) => T | null
  /** A smaller value of the same meaning, or null when there is nothing left to leave out. */
  shrink?: (value: T) => T | null
}

/** One value in the browser's storage: versioned, bounded, never a reason to fail. */
export type StoredValue<T> = { read: () => T | null; write: (value: T) => void; clear: () => void }

export function createStoredValue<T>({ area, key, version, maxChars, parse, shrink }: StoredValueOptions<T>): StoredValue<T> {
  const clear = () => {
    attempt(() => area?.removeItem(key))
  }
  return {
    clear,
    read: () => {
      const text = attempt(() => area?.getItem(key)) ?? null
      if (text === null) return null
      const envelope = attempt(() => JSON.parse(text) as unknown)
      if (!isRecord(envelope) || envelope["version"] !== version) return null
      return parse(envelope["value"])
    },
    write: (value) => {
      let rest: T | null = value
      while (rest !== null) {
        const text = JSON.stringify({ version, value: rest })
        if (text.length <= maxChars && attempt(() => area?.setItem(key, text) ?? true)) return
        rest = shrink?.(rest) ?? null
      }
      clear() // nothing is better than something stale
    },
  }
}

/** The browser's local storage, or null where it is switched off. */
export function localArea(): StorageArea | null {
  return attempt(() => globalThis.localStorage) ?? null
}

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value)

/** Storage throws when it is full, blocked, or read as something it is not. */
function attempt<R>(action: () => R): R | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
