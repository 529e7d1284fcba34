import { apiErrorOf, requestJson } from "@/lib/api"
import type { Catalog, CatalogTable, DataApi, Sample, UploadOptions } from "./state/catalog-types"

const SAMPLE_ROWS = 20

/** Data of this server, by the routes of docs/protocol.md. */
export const httpDataApi: DataApi = {
  catalog: () => requestJson<Catalog>("/api/catalog"),
  sample: (table, signal) =>
    requestJson<Sample>("/api/query", { method: "POST", body: { sql: `SELECT * FROM ${quoted(table)} LIMIT ${String(SAMPLE_ROWS)}` }, signal }),
  remove: (table) => requestJson(`/api/datasets/${encodeURIComponent(table)}`, { method: "DELETE" }),
  upload,
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** XMLHttpRequest, because `fetch` does not tell how much of a body has been sent. */
function upload(file: File, { name, replace, onProgress, signal }: UploadOptions): Promise<CatalogTable> {
  return new Promise((resolve, reject) => {
    const body = new FormData()
    if (name !== undefined) body.append("name", name)
    body.append("file", file)
    const request = new XMLHttpRequest()
    request.open("POST", `/api/datasets${replace ? "?replace=true" : ""}`)
    request.responseType = "json"
    request.upload.onprogress = (progress) => onProgress(progress.loaded, progress.total)
    request.upload.onload = () => onProgress(file.size, file.size)
    request.onload = () => {
      const answer = request.response as { table?: CatalogTable } | null
      if (request.status === 201 && answer?.table) resolve(answer.table)
      else reject(apiErrorOf(request.status, answer))
    }
    request.onerror = () => reject(new TypeError("The request was not answered."))
    request.onabort = () => reject(new DOMException("The upload was cancelled.", "AbortError"))
    if (signal.aborted) return reject(new DOMException("The upload was cancelled.", "AbortError"))
    signal.addEventListener("abort", () => request.abort(), { once: true })
    request.send(body)
  })
}
