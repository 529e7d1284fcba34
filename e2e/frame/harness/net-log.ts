import { readFile } from "node:fs/promises"

type NetLog = { constants: { logEventTypes: Record<string, number> }; events: { type: number; params?: Record<string, unknown> }[] }

/** Asks Chromium to write down what its network service does; the file is whole once the browser is closed. */
export const netLogArguments = (file: string): string[] => [`--log-net-log=${file}`]

/** The names below `domain` that the browser asked a resolver for, or began to, sorted; `file` is a net log. */
export async function namesAskedFor(file: string, domain: string): Promise<string[]> {
  const { constants, events } = JSON.parse(await readFile(file, "utf8")) as NetLog
  const resolving = new Set(Object.entries(constants.logEventTypes).flatMap(([name, type]) => (/^(HOST_RESOLVER|DNS_TRANSACTION)/.test(name) ? [type] : [])))
  const pattern = new RegExp(`[\\w-]+\\.${domain.replaceAll(".", "\\.")}`, "g")
  return [...new Set(events.filter(({ type }) => resolving.has(type)).flatMap(({ params }) => JSON.stringify(params ?? {}).match(pattern) ?? []))].sort()
}
