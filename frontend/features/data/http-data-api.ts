import { apiErrorOf, requestJson } from "@/lib/api"
import type { Catalog, CatalogTable, DataApi, DatasetPreview, Dependents, Sample, UploadOptions } from "./state/catalog-types"

const SAMPLE_ROWS = 20

/** Data of this server, by the routes of docs/protocol.md. */
export const httpDataApi: DataApi = {
  catalog: () => requestJson<Catalog>("/api/catalog"),
  sample: (table, signal) =>
    requestJson<Sample>("/api/query", { method: "POST", body: { sql: `SELECT * FROM ${quoted(table)} LIMIT ${String(SAMPLE_ROWS)}` }, signal }),
  remove: (table) => requestJson(`/api/datasets/${encodeURIComponent(table)}`, { method: "DELETE" }),
  dependents: (table) => requestJson<Dependents>(`/api/datasets/${encodeURIComponent(table)}/dependents`),
  describe: (table, column, { description, unit, synonyms }) =>
    column === null
      ? requestJson<CatalogTable>(`/api/catalog/${encodeURIComponent(table)}`, { method: "PUT", body: { description, synonyms } })
      : requestJson<CatalogTable>(`/api/catalog/${encodeURIComponent(table)}/columns/${encodeURIComponent(column)}`, { method: "PUT", body: { description, unit, synonyms } }),
  preview,
  commit: async (id, tables) =>
    (await requestJson<{ tables: CatalogTable[] }>(`/api/datasets/preview/${encodeURIComponent(id)}`, { method: "POST", body: { tables } })).tables,
  discard: (id) => requestJson(`/api/datasets/preview/${encodeURIComponent(id)}`, { method: "DELETE" }),
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** XMLHttpRequest, because `fetch` does not tell how much of a body has been sent. */
function preview(files: readonly File[], { asOne, onProgress, signal }: UploadOptions): Promise<DatasetPreview> {
  return new Promise((resolve, reject) => {
    const body = new FormData()
    if (asOne) body.append("asOne", "true")
    for (const file of files) body.append("file", file, file.webkitRelativePath || file.name) // folders may be partitions
    const request = new XMLHttpRequest()
    request.open("POST", "/api/datasets/preview")
    request.responseType = "json"
    request.upload.onprogress = (progress) => onProgress(progress.loaded, progress.total)
    request.upload.onload = () => onProgress(1, 1)
    request.onload = () => {
      if (request.status === 200 && request.response !== null) resolve(request.response as DatasetPreview)
      else reject(apiErrorOf(request.status, request.response))
    }
    request.onerror = () => reject(new TypeError("The request was not answered."))
    request.onabort = () => reject(new DOMException("The upload was cancelled.", "AbortError"))
    if (signal.aborted) return reject(new DOMException("The upload was cancelled.", "AbortError"))
    signal.addEventListener("abort", () => request.abort(), { once: true })
    request.send(body)
  })
}
