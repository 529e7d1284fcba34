import type { Browser, Page } from "@playwright/test"

/** The mark that the embedding page sets every 20 ms: its main thread served a timer. */
export const tickMark = "host-tick"

type TraceEvent = { name: string; pid: number; tid: number; ts: number; tts?: number }

/** Begins to record the ticks of a page, with the processor time its main thread had used at each. */
export const startHostWork = (browser: Browser, page: Page): Promise<void> => browser.startTracing(page, { categories: ["-*", "blink.user_timing"] })

/**
 * The most processor time, in ms, that the page's main thread spent between two of its own ticks since {@link startHostWork}: the
 * longest it was kept from answering by its own work, or by that of a frame in its process. What other processes took is not in it.
 */
export async function stopHostWork(browser: Browser): Promise<number> {
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const used = traceEvents.filter(({ name }) => name === tickMark).sort((a, b) => a.ts - b.ts).map(({ tts }) => tts)
  const known = used.filter((time) => time !== undefined)
  if (known.length < 10 || known.length < used.length) throw new Error(`The trace has ${String(known.length)} ticks with processor times, of ${String(used.length)}.`)
  return Math.max(...known.slice(1).map((time, index) => time - (known[index] ?? 0))) / 1_000
}

/** What the page's main thread works to copy 40 arrays of 5 MB, in ms: `messages of great size` sends it as much, and a browser has to take that in before anyone can refuse it. */
export async function copyWorkMs(browser: Browser, page: Page): Promise<number> {
  await startHostWork(browser, page)
  await page.evaluate(async () => {
    const rest = () => new Promise((resolve) => setTimeout(resolve, 300))
    await rest()
    const copies = Array.from({ length: 40 }, () => structuredClone(new Uint8Array(5e6)))
    await rest()
    return copies.length
  })
  return stopHostWork(browser)
}
