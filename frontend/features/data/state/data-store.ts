import { createStore } from "zustand/vanilla"
import type { CatalogTable, DataApi, Dependents, OwnWords, Sample } from "./catalog-types"
import { messageOf } from "./messages"
import type { Upload, UploadActions } from "./upload"
import { createUploadActions } from "./upload-actions"

/** No action rejects: what went wrong is in `problem` or in the upload. */
export type DataState = UploadActions & {
  status: "loading" | "ready" | "failed"
  tables: readonly CatalogTable[]
  /** Questions that are known to work on these tables. */
  suggestions: readonly string[]
  problem: string | null
  /** First rows by table name; null while they load. */
  samples: Readonly<Record<string, Sample | { problem: string } | null>>
  /** Newest first. */
  uploads: readonly Upload[]
  /** The upload whose tables are being looked at before they are added. */
  reviewing: string | null
  load: () => Promise<void>
  loadSample: (table: string) => Promise<void>
  removeTable: (name: string) => Promise<void>
  /** What reads a table now. */
  dependentsOf: (table: string) => Promise<Dependents | { problem: string }>
  /** Says what a table is, or one of its columns. Answers why it could not be saved, or null. */
  describe: (table: string, column: string | null, words: OwnWords) => Promise<string | null>
  dismissProblem: () => void
}

export type DataStore = ReturnType<typeof createDataStore>

export const createDataStore = ({ api, newId = () => crypto.randomUUID() }: { api: DataApi; newId?: () => string }) =>
  createStore<DataState>()((set, get) => ({
    status: "loading",
    tables: [],
    suggestions: [],
    problem: null,
    samples: {},
    uploads: [],
    reviewing: null,

    ...createUploadActions({
      api,
      newId,
      uploads: () => get().uploads,
      setUploads: (change) => set(({ uploads }) => ({ uploads: change(uploads) })),
      reviewing: () => get().reviewing,
      setReviewing: (reviewing) => set({ reviewing }),
      onAdded: async (added) => {
        const names = added.map(({ name }) => name)
        set(({ tables, samples }) => ({
          tables: [...tables.filter(({ name }) => !names.includes(name)), ...added].sort((a, b) => a.name.localeCompare(b.name)),
          samples: without(samples, names),
        }))
        await get().load() // suggestions and versions changed with them
      },
    }),

    load: async () => {
      try {
        const { tables, suggestions } = await api.catalog()
        set({ status: "ready", tables, suggestions, problem: null })
      } catch (error) {
        set(({ status }) => ({ status: status === "ready" ? "ready" : "failed", problem: messageOf(error) }))
      }
    },

    loadSample: async (table) => {
      if (table in get().samples) return
      set(({ samples }) => ({ samples: { ...samples, [table]: null } }))
      try {
        const sample = await api.sample(table, new AbortController().signal)
        set(({ samples }) => ({ samples: { ...samples, [table]: sample } }))
      } catch (error) {
        set(({ samples }) => ({ samples: { ...samples, [table]: { problem: messageOf(error) } } }))
      }
    },

    removeTable: async (name) => {
      const before = get().tables
      set({ tables: before.filter((table) => table.name !== name) })
      try {
        await api.remove(name)
        set(({ samples }) => ({ samples: without(samples, [name]) }))
        await get().load()
      } catch (error) {
        set({ tables: before, problem: `The table was not deleted. ${messageOf(error)}` })
      }
    },

    dependentsOf: async (table) => {
      try {
        return await api.dependents(table)
      } catch (error) {
        return { problem: messageOf(error) }
      }
    },

    describe: async (table, column, words) => {
      try {
        const described = await api.describe(table, column, words)
        set(({ tables }) => ({ tables: tables.map((each) => (each.name === described.name ? described : each)) }))
        return null
      } catch (error) {
        return messageOf(error)
      }
    },

    dismissProblem: () => set({ problem: null }),
  }))

const without = <T,>(record: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)))
