import { type ErrorCode } from "@/lib/contracts/events.gen"

/** A refusal of the server: an RFC 9457 problem. `message` is for the user; `retryable` when the same request can succeed later. */
export class ApiError extends Error {
  override name = "ApiError"

  constructor(
    message: string,
    readonly code: ErrorCode,
    readonly status: number,
    readonly retryable: boolean,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message)
  }
}

/** Reads the problem of a refused request. An answer that is none (a proxy's page, say) becomes `internal`. */
export function apiErrorOf(status: number, problem: unknown): ApiError {
  const fields = isRecord(problem) ? problem : {}
  const { detail, title, code, retryable, details } = fields
  const message = [detail, title].find((text): text is string => typeof text === "string" && text !== "") ?? `The server refused the request (${String(status)}).`
  return new ApiError(
    message,
    typeof code === "string" ? (code as ErrorCode) : "internal",
    status,
    typeof retryable === "boolean" ? retryable : status >= 500 || status === 429,
    isRecord(details) ? details : {},
  )
}

/** As `apiErrorOf`, from a response whose body was not read yet. */
export async function readApiError(response: Response): Promise<ApiError> {
  const text = await response.text()
  try {
    return apiErrorOf(response.status, JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return apiErrorOf(response.status, null)
    throw error
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value)
