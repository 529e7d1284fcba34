import createClient from "openapi-fetch"
import { type components, type paths } from "@/lib/contracts/api.gen"
import { readApiError } from "./api-error"

/** Shapes of the server's answers, by their names in `contracts/openapi.json`. */
export type Schemas = components["schemas"]

export type ApiOptions = { baseUrl?: string; fetch?: (request: Request) => Promise<Response> }

/**
 * The server's routes, typed by its own description. A refusal rejects with an `ApiError`, no answer with the browser's `TypeError`;
 * `data` is there whenever a call resolves and the route has a body.
 */
export function createApi({ baseUrl = globalThis.location?.origin, fetch }: ApiOptions = {}) {
  const client = createClient<paths>({ baseUrl: baseUrl ?? "", ...(fetch && { fetch }) })
  client.use({
    onResponse: async ({ response }) => {
      if (!response.ok) throw await readApiError(response)
    },
  })
  return client
}

export type Api = ReturnType<typeof createApi>

/** The body of a call that resolved. */
export function bodyOf<T>({ data }: { data?: T }): T {
  if (data === undefined) throw new TypeError("The server's answer has no body.")
  return data
}
