import { createStore } from "zustand/vanilla"
import type { CatalogTable, DataApi, Sample } from "./catalog-types"

/** A file on its way to become a table. `reading`: all bytes are sent, the server makes a table of them. */
export type Upload = Readonly<{
  id: string
  file: File
  status: "sending" | "reading" | "done" | "conflict" | "failed" | "cancelled"
  sentBytes: number
  /** Name asked for; null lets the server make one of the file's name. */
  name: string | null
  table: CatalogTable | null
  /** Why it failed or must be asked about, in words. */
  problem: string | null
}>

/** No action rejects: what went wrong is in `problem` or in the upload. */
export type DataState = {
  status: "loading" | "ready" | "failed"
  tables: readonly CatalogTable[]
  /** Questions that are known to work on these tables. */
  suggestions: readonly string[]
  problem: string | null
  /** First rows by table name; null while they load. */
  samples: Readonly<Record<string, Sample | { problem: string } | null>>
  /** Newest first. */
  uploads: readonly Upload[]
  load: () => Promise<void>
  loadSample: (table: string) => Promise<void>
  /** Sends the files one after the other. */
  importFiles: (files: readonly File[]) => Promise<void>
  cancelUpload: (id: string) => void
  /** After a conflict: takes the place of the dataset that has the name. */
  replaceDataset: (id: string) => Promise<void>
  /** After a conflict or failure: sends the file again, under another name where one is given. */
  retryUpload: (id: string, name?: string) => Promise<void>
  dismissUpload: (id: string) => void
  removeTable: (name: string) => Promise<void>
  dismissProblem: () => void
}

export type DataStore = ReturnType<typeof createDataStore>

export const createDataStore = ({ api, newId = () => crypto.randomUUID() }: { api: DataApi; newId?: () => string }) =>
  createStore<DataState>()((set, get) => {
    const senders = new Map<string, AbortController>()

    const change = (id: string, fields: Partial<Upload>) =>
      set(({ uploads }) => ({ uploads: uploads.map((upload) => (upload.id === id ? { ...upload, ...fields } : upload)) }))

    const send = async (id: string, replace = false) => {
      const upload = get().uploads.find((each) => each.id === id)
      if (!upload || upload.status === "cancelled") return
      const sender = new AbortController()
      senders.set(id, sender)
      change(id, { status: "sending", sentBytes: 0, problem: null })
      try {
        const table = await api.upload(upload.file, {
          ...(upload.name !== null && { name: upload.name }),
          replace,
          signal: sender.signal,
          onProgress: (sentBytes, totalBytes) => change(id, { sentBytes, status: sentBytes >= totalBytes ? "reading" : "sending" }),
        })
        change(id, { status: "done", table })
        set(({ tables, samples }) => ({
          tables: [...tables.filter((each) => each.name !== table.name), table].sort((a, b) => a.name.localeCompare(b.name)),
          samples: without(samples, table.name),
        }))
        await get().load() // suggestions and versions changed with it
      } catch (error) {
        if (sender.signal.aborted) change(id, { status: "cancelled" })
        else change(id, { status: codeOf(error) === "dataset_exists" ? "conflict" : "failed", problem: messageOf(error) })
      } finally {
        if (senders.get(id) === sender) senders.delete(id)
      }
    }

    return {
      status: "loading",
      tables: [],
      suggestions: [],
      problem: null,
      samples: {},
      uploads: [],

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

      importFiles: async (files) => {
        const added = files.map((file): Upload => ({ id: newId(), file, status: "sending", sentBytes: 0, name: null, table: null, problem: null }))
        set(({ uploads }) => ({ uploads: [...added, ...uploads] }))
        for (const { id } of added) await send(id)
      },

      cancelUpload: (id) => {
        senders.get(id)?.abort()
        change(id, { status: "cancelled" })
      },

      replaceDataset: (id) => send(id, true),

      retryUpload: (id, name) => {
        if (name !== undefined) change(id, { name })
        return send(id)
      },

      dismissUpload: (id) => {
        senders.get(id)?.abort()
        set(({ uploads }) => ({ uploads: uploads.filter((upload) => upload.id !== id) }))
      },

      removeTable: async (name) => {
        const before = get().tables
        set({ tables: before.filter((table) => table.name !== name) })
        try {
          await api.remove(name)
          set(({ samples }) => ({ samples: without(samples, name) }))
          await get().load()
        } catch (error) {
          set({ tables: before, problem: `The table was not deleted. ${messageOf(error)}` })
        }
      },

      dismissProblem: () => set({ problem: null }),
    }
  })

function without<T>(record: Readonly<Record<string, T>>, name: string): Record<string, T> {
  const { [name]: _, ...rest } = record
  return rest
}

const codeOf = (error: unknown) => (typeof error === "object" && error !== null && "code" in error ? error.code : null)

function messageOf(error: unknown): string {
  if (error instanceof TypeError) return "The server did not answer. Check that it is running and try again."
  return error instanceof Error && error.message !== "" ? error.message : "Something went wrong. Try again."
}
