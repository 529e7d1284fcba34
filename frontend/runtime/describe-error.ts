import { OverrunError } from "./guard"
import { matchText, stringSlice } from "./primordials"

export type ErrorReport = { message: string; line: number; column: number; sourceLine: number }

const place = /viz\.tsx:(\d+):(\d+)/
/** `new Function` puts two lines of its own before the code. */
const headerLines = 2
const maxText = 20_000

/** React's production build names its errors by number only. */
const explained: Record<string, string> = {
  31: "An object cannot be shown as text: pick one of its fields, or format it.",
  62: "The style prop must be an object, not text.",
  130: "A component that is rendered does not exist: check its import and its name.",
  137: "An element that cannot have children was given some.",
  152: "The component returned nothing.",
  185: "The component updates itself without end.",
  300: "A hook was skipped: hooks must run in the same order in every render, outside conditions and loops.",
  301: "The component sets state on every render, without end.",
  310: "A hook was added: hooks must run in the same order in every render, outside conditions and loops.",
  321: "A hook was called outside a component.",
  482: "An async function cannot be a component: the data is already there.",
}

/** Reads an error that hostile code may have made: each field once, inside try, cut before anything else looks at it. */
export function describeError(error: unknown, componentStack?: string | null): ErrorReport {
  const sourceLine = error instanceof OverrunError ? error.sourceLine : 0
  let message = "The component failed."
  let stack = ""
  try {
    if (error instanceof Error) {
      message = stringSlice(String(error.message), 0, 2_000)
      stack = stringSlice(String(error.stack), 0, maxText)
    } else if (typeof error === "string") message = stringSlice(error, 0, 2_000)
  } catch {
    // A getter or toString of the error threw: there is nothing to say about it.
  }
  const number = matchText(/Minified React error #(\d+)/, message)?.[1]
  if (number) message = explained[number] ?? `React refused the component (error ${number}).`
  const found = matchText(place, stack) ?? matchText(place, typeof componentStack === "string" ? componentStack : "")
  if (!found) return { message, line: 0, column: 0, sourceLine }
  return { message, line: Math.max(1, Number(found[1]) - headerLines), column: Number(found[2]), sourceLine }
}
