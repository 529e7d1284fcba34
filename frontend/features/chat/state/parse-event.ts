import { type ChatEvent } from "@/lib/contracts/events.gen"
import { StreamFormatError, type ServerEvent } from "@/lib/sse"

const TYPES: ReadonlySet<string> = new Set<ChatEvent["type"]>(["run", "stage", "text", "tool", "data", "artifact", "error", "done"])

/**
 * Reads an event of a run; null for a kind that a later server may add.
 * @throws StreamFormatError when it is not JSON, or its `type` and its event name differ.
 */
export function parseEvent({ event, data }: ServerEvent): ChatEvent | null {
  if (!TYPES.has(event)) return null
  const parsed = parseJson(data)
  if (typeof parsed !== "object" || parsed === null || !("type" in parsed) || parsed.type !== event) {
    throw new StreamFormatError("The server sent an event that cannot be read.")
  }
  return parsed as ChatEvent
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw new StreamFormatError("The server sent an event that cannot be read.")
    throw error
  }
}
