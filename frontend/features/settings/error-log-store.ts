import { createStore } from "zustand/vanilla"
import { createStoredValue, isRecord, type StorageArea } from "@/lib/storage"

const MAX_ENTRIES = 100
const MAX_MESSAGE_CHARS = 500

/** `at` is ISO 8601; `source` the part of the app; `code` the stable name of the failure where it has one. */
export type ErrorLogEntry = { id: number; at: string; source: string; code: string | null; message: string; count: number }

export type ErrorLogState = {
  /** Newest first, at most 100. */
  entries: readonly ErrorLogEntry[]
  /** Reads what was kept. */
  start: () => void
  log: (source: string, error: unknown) => void
  clear: () => void
}

export type ErrorLogPorts = { area: () => StorageArea | null; now: () => string }

/** What went wrong in this browser. It stays here: nothing of it is sent anywhere. */
export const createErrorLogStore = ({ area, now }: ErrorLogPorts) =>
  createStore<ErrorLogState>()((set, get) => {
    const stored = () =>
      createStoredValue<readonly ErrorLogEntry[]>({ area: area(), key: "chartwright.errors", version: 1, maxChars: 60_000, parse, shrink: (entries) => (entries.length > 1 ? entries.slice(0, entries.length / 2) : null) })
    const show = (entries: readonly ErrorLogEntry[]) => {
      set({ entries })
      stored().write(entries)
    }
    return {
      entries: [],
      start: () => set({ entries: stored().read() ?? [] }),
      clear: () => show([]),
      log: (source, error) => {
        const { entries } = get()
        const { message, code } = describe(error)
        const [last] = entries
        const isRepeated = last !== undefined && last.source === source && last.code === code && last.message === message
        if (isRepeated) return show([{ ...last, at: now(), count: last.count + 1 }, ...entries.slice(1)])
        const entry = { id: (last?.id ?? 0) + 1, at: now(), source, code, message, count: 1 }
        show([entry, ...entries].slice(0, MAX_ENTRIES))
      },
    }
  })

export type ErrorLogStore = ReturnType<typeof createErrorLogStore>

function describe(error: unknown): { message: string; code: string | null } {
  const fields = isRecord(error) || error instanceof Error ? (error as { message?: unknown; code?: unknown }) : {}
  const message = typeof fields.message === "string" && fields.message !== "" ? fields.message : "Unknown failure"
  return { message: message.slice(0, MAX_MESSAGE_CHARS), code: typeof fields.code === "string" ? fields.code : null }
}

function parse(value: unknown): readonly ErrorLogEntry[] | null {
  if (!Array.isArray(value)) return null
  return value.filter(isEntry).slice(0, MAX_ENTRIES)
}

const isEntry = (entry: unknown): entry is ErrorLogEntry =>
  isRecord(entry) &&
  typeof entry["id"] === "number" &&
  typeof entry["count"] === "number" &&
  ["at", "source", "message"].every((name) => typeof entry[name] === "string") &&
  (entry["code"] === null || typeof entry["code"] === "string")
