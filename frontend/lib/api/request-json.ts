import { readApiError } from "./api-error"

export type RequestOptions = Readonly<{ method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"; body?: unknown; signal?: AbortSignal }>

/**
 * One request to this server, answered as JSON; undefined where the answer has no body (204). The type is the caller's word for
 * what docs/protocol.md says of the route.
 * @throws ApiError the server refused; TypeError it did not answer; a DOMException named AbortError
 */
export async function requestJson<T>(path: string, { method = "GET", body, signal }: RequestOptions = {}): Promise<T> {
  const response = await fetch(path, {
    method,
    signal: signal ?? null,
    headers: { accept: "application/json", ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw await readApiError(response)
  return (response.status === 204 ? undefined : await response.json()) as T
}
