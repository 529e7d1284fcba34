import type { CDPSession, Page } from "@playwright/test"

const sessions = new WeakMap<Page, Promise<CDPSession>>()

/**
 * Calls a function in the page, with JSON values in and out. Unlike `page.evaluate` it goes on when the process of a frame ended,
 * which is one way to contain what the frame ran: Playwright then holds the whole page for crashed. @throws Error with the page's own
 */
export async function evaluateIn<A extends unknown[], T>(page: Page, work: (...values: A) => T | Promise<T>, ...values: A): Promise<T> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, session)
  const expression = `(${work.toString()})(...${JSON.stringify(values)})`
  const { result, exceptionDetails } = await (await session).send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value as T
}
