import { requestJson } from "@/lib/api"
import type { Job } from "@/lib/jobs"
import type { ArtifactApi } from "./state/ports"
import type { WireArtifact, WireResult, WireSample, WireVersion } from "./state/wire"

const artifactPath = (id: string) => `/api/artifacts/${encodeURIComponent(id)}`
const resultPath = (cacheKey: string) => `/api/results/${encodeURIComponent(cacheKey)}`

/** Artifacts of this server, by the routes of docs/protocol.md. */
export const httpArtifactApi: ArtifactApi = {
  findArtifact: (id, signal) => requestJson<WireArtifact>(artifactPath(id), { signal }),
  listVersions: async (id, signal) => {
    const versions: WireVersion[] = []
    let cursor: string | null = null
    do {
      const query = new URLSearchParams({ limit: "100", ...(cursor !== null && { cursor }) })
      const page: { items: readonly WireVersion[]; nextCursor: string | null } = await requestJson(`${artifactPath(id)}/versions?${query.toString()}`, { signal })
      versions.push(...page.items)
      cursor = page.nextCursor
    } while (cursor !== null)
    return versions
  },
  appendVersion: (id, version) => requestJson<WireArtifact>(`${artifactPath(id)}/versions`, { method: "POST", body: version }),
  renameArtifact: (id, title) => requestJson(artifactPath(id), { method: "PATCH", body: { title } }),
  runQuery: (query, signal) => requestJson<WireResult>("/api/query", { method: "POST", body: query, signal }),
  findResult: (cacheKey, signal) => requestJson<WireResult>(resultPath(cacheKey), { signal }),
  sampleResult: (cacheKey, points, x, signal) => {
    const query = new URLSearchParams({ points: String(points), ...(x !== null && { x }) })
    return requestJson<WireSample>(`${resultPath(cacheKey)}?${query.toString()}`, { signal })
  },
  refreshResult: (cacheKey, signal) => requestJson<WireResult>(`${resultPath(cacheKey)}/refresh`, { method: "POST", signal }),
  findJob: (id, signal) => requestJson<Job>(`/api/jobs/${encodeURIComponent(id)}`, { signal }),
  stopJob: (id) => requestJson(`/api/jobs/${encodeURIComponent(id)}/stop`, { method: "POST" }),
  saveTemplate: (template) => requestJson("/api/templates", { method: "POST", body: template }),
  openTemplate: (id) => requestJson<WireArtifact>(`/api/templates/${encodeURIComponent(id)}/open`, { method: "POST" }),
}
