import { type BrowserContext, expect, type Page } from "@playwright/test"

import type { Attack } from "../corpus/attack"
import type { Outcome } from "./page"
import type { Harness } from "./server"

const path = ({ name }: Pick<Attack, "name">) => `/leak/${name.replaceAll(/[^a-z0-9]+/gi, "-").slice(0, 50)}`

/** The attack's source with its own address of the sink. */
export const sourceOf = (attack: Attack, harness: Harness): string => attack.source.replaceAll("SINK", harness.sinkOrigin + path(attack))

export const hasLeaked = (attack: Attack, harness: Harness): boolean => harness.hits.some(({ url }) => url === path(attack) || url.startsWith(`${path(attack)}/`) || url.startsWith(`${path(attack)}?`))

/** Whether something of an attack is to be seen in the embedding page. */
export const isHostChanged = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.dataset["pwned"] !== undefined || localStorage.getItem("pwned") !== null || sessionStorage.getItem("pwned") !== null || document.cookie.includes("pwned"))

export const benign = `export default function Viz({ data }) { return <p>rows: {data.length}</p> }`

/** Runs a component in the locked frame; `isUnchecked` leaves the validator out. */
export const runLocked = (page: Page, source: string, options: { isUnchecked?: boolean; stage?: number } = {}): Promise<Outcome> =>
  page.evaluate(([text, more]) => window.harness.run(text, { data: [{ secret: "s3cret" }], ...more }), [source, options] as const)

/** A page that embeds the open runtime once for each attack, without any lock, and starts them all. */
async function startInTheOpen(page: Page, attacks: Attack[], harness: Harness): Promise<void> {
  await page.goto(`${harness.appOrigin}/control`)
  await page.evaluate(async (sources) => {
    new BroadcastChannel("pwned").onmessage = () => (document.documentElement.dataset["pwned"] = "yes")
    const frames = sources.map(() => Object.assign(document.createElement("iframe"), { src: "/open.html" }))
    await Promise.all(frames.map((frame) => new Promise((resolve) => (frame.addEventListener("load", resolve, { once: true }), document.body.append(frame)))))
    for (const [index, frame] of frames.entries()) {
      try {
        void frame.contentWindow?.runOpen(sources[index] ?? "")
      } catch {
        // An attack that throws did not work; the caller sees that nothing arrived.
      }
    }
  }, attacks.map((attack) => sourceOf(attack, harness)))
}

/** The names of the attacks that did not reach the sink from a page without a lock. */
export async function silentInTheOpen(context: BrowserContext, attacks: Attack[], harness: Harness): Promise<string[]> {
  const silent = () => attacks.filter((attack) => !hasLeaked(attack, harness)).map(({ name }) => name)
  const page = await context.newPage()
  await startInTheOpen(page, attacks, harness)
  await expect.poll(silent, { timeout: 15_000 }).toEqual([]).catch(() => undefined)
  await page.close()
  return silent()
}

/** Whether one attack changed the page that embeds it, without a lock. */
export async function changesHostInTheOpen(context: BrowserContext, attack: Attack, harness: Harness): Promise<boolean> {
  const page = await context.newPage()
  await startInTheOpen(page, [attack], harness)
  await expect.poll(() => isHostChanged(page), { timeout: 5_000 }).toBe(true).catch(() => undefined)
  const isChanged = await isHostChanged(page)
  await page.evaluate(() => (localStorage.clear(), sessionStorage.clear()))
  await context.clearCookies()
  await page.close()
  return isChanged
}

/** Whether one attack makes an unlocked page of its own stop answering. */
export async function hangsInTheOpen(context: BrowserContext, attack: Attack, harness: Harness, index: number): Promise<boolean> {
  const page = await context.newPage()
  await page.goto(`http://open-${String(index)}.localhost:${String(harness.port)}/open.html`)
  const started = page.evaluate((source) => setTimeout(() => void window.runOpen(source), 0), sourceOf(attack, harness)).catch(() => undefined)
  await started
  const answers = async () => {
    for (let n = 0; n < 30; n++) await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)))
    return true
  }
  const isAlive = await Promise.race([answers().catch(() => true), new Promise<false>((resolve) => setTimeout(() => resolve(false), 4_000))])
  void page.close()
  return !isAlive
}
