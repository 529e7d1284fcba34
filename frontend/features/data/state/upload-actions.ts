import type { CatalogTable, DataApi } from "./catalog-types"
import { messageOf } from "./messages"
import type { Upload, UploadActions } from "./upload"

type UploadsPort = Readonly<{
  api: DataApi
  newId: () => string
  uploads: () => readonly Upload[]
  setUploads: (change: (uploads: readonly Upload[]) => readonly Upload[]) => void
  reviewing: () => string | null
  setReviewing: (id: string | null) => void
  onAdded: (tables: readonly CatalogTable[]) => Promise<void>
}>

/** The way of a file: sent, reviewed, added. One upload is sent at a time, in order of arrival. */
export function createUploadActions({ api, newId, uploads, setUploads, reviewing, setReviewing, onAdded }: UploadsPort): UploadActions {
  const senders = new Map<string, AbortController>()
  let sending = Promise.resolve()
  const find = (id: string) => uploads().find((each) => each.id === id)
  const change = (id: string, fields: Partial<Upload>) => setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...fields } : upload)))

  const send = async (id: string) => {
    const upload = find(id)
    if (!upload || upload.status === "cancelled") return
    const sender = new AbortController()
    senders.set(id, sender)
    try {
      const preview = await api.preview(upload.files, {
        asOne: upload.asOne,
        signal: sender.signal,
        onProgress: (sentBytes, totalBytes) => change(id, { sent: totalBytes === 0 ? 1 : sentBytes / totalBytes, status: sentBytes >= totalBytes ? "reading" : "sending" }),
      })
      if (sender.signal.aborted) return drop(preview.id)
      change(id, { status: "review", preview })
      if (reviewing() === null) setReviewing(id)
    } catch (error) {
      change(id, sender.signal.aborted ? { status: "cancelled" } : { status: "failed", problem: messageOf(error) })
    } finally {
      if (senders.get(id) === sender) senders.delete(id)
    }
  }
  const queue = (id: string) => (sending = sending.then(() => send(id)))
  /** It is gone by itself in half an hour: a failure is of no consequence. */
  const drop = (preview: string) => void api.discard(preview).catch(() => undefined)

  return {
    importFiles: async (files) => {
      if (files.length === 0) return
      const upload: Upload = { id: newId(), files, asOne: false, status: "sending", sent: 0, preview: null, tables: [], problem: null }
      setUploads((all) => [upload, ...all])
      await queue(upload.id)
    },

    sendAgain: async (id, asOne) => {
      const upload = find(id)
      if (!upload) return
      if (upload.preview) drop(upload.preview.id)
      if (reviewing() === id) setReviewing(null)
      change(id, { status: "sending", sent: 0, preview: null, problem: null, asOne: asOne ?? upload.asOne })
      await queue(id)
    },

    cancelUpload: (id) => {
      senders.get(id)?.abort()
      change(id, { status: "cancelled" })
    },

    review: setReviewing,

    addTables: async (id, choices) => {
      const preview = find(id)?.preview
      if (!preview) return
      change(id, { status: "adding", problem: null })
      try {
        const tables = await api.commit(preview.id, choices)
        change(id, { status: "done", tables, preview: null })
        if (reviewing() === id) setReviewing(null)
        await onAdded(tables)
      } catch (error) {
        change(id, { status: "review", problem: messageOf(error) })
      }
    },

    dismissUpload: (id) => {
      senders.get(id)?.abort()
      const preview = find(id)?.preview
      if (preview) drop(preview.id)
      if (reviewing() === id) setReviewing(null)
      setUploads((all) => all.filter((upload) => upload.id !== id))
    },
  }
}
