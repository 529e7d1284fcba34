import { type BrowserContext, expect, type Page } from "@playwright/test"

import type { Attack } from "../corpus/attack"
import { evaluateIn } from "./evaluate"
import type { Outcome } from "./page"
import type { Harness } from "./server"

const path = ({ name }: Pick<Attack, "name">) => `/leak/${name.replaceAll(/[^a-z0-9]+/gi, "-").slice(0, 50)}`

/** The attack's source with its own address of the sink. */
export const sourceOf = (attack: Attack, harness: Harness): string => attack.source.replaceAll("SINK", harness.sinkOrigin + path(attack))

export const hasLeaked = (attack: Attack, harness: Harness): boolean => harness.hits.some(({ url }) => url === path(attack) || url.startsWith(`${path(attack)}/`) || url.startsWith(`${path(attack)}?`))

/** Whether something of an attack is to be seen in the embedding page. */
export const isHostChanged = (page: Page): Promise<boolean> =>
  evaluateIn(page, () => document.documentElement.dataset["pwned"] !== undefined || localStorage.getItem("pwned") !== null || sessionStorage.getItem("pwned") !== null || document.cookie.includes("pwned"))

export const benign = `export default function Viz({ data }) { return <p>rows: {data.length}</p> }`

/** Runs a component in the locked frame; `isUnchecked` leaves the validator out. */
export const runLocked = (page: Page, source: string, options: { isUnchecked?: boolean; stage?: number } = {}): Promise<Outcome> =>
  evaluateIn(page, (text, more) => window.harness.run(text, { data: [{ secret: "s3cret" }], ...more }), source, options)

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

/** Answers one after another, each from a timer of the page: a page whose main thread is taken gives none. */
const answers = async (page: Page, count: number): Promise<true> => {
  for (let n = 0; n < count; n++) await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)))
  return true
}

/**
 * Whether one attack takes an unlocked page of its own down: it crashes, or does not answer 30 times while a calm page beside it
 * answers 90 times. Both share the machine, so its speed and load do not decide.
 */
export async function hangsInTheOpen(context: BrowserContext, attack: Attack, harness: Harness, index: number): Promise<boolean> {
  const open = async (name: string) => {
    const page = await context.newPage()
    await page.goto(`http://open-${name}.localhost:${String(harness.port)}/open.html`)
    return page
  }
  const [calm, attacked] = [await open(`calm-${String(index)}`), await open(String(index))]
  const crash = new Promise<false>((resolve) => attacked.once("crash", () => resolve(false)))
  await attacked.evaluate((source) => void setTimeout(() => void window.runOpen(source), 0), sourceOf(attack, harness))
  const isAlive = await Promise.race([answers(attacked, 30).catch(() => false), crash, answers(calm, 90).then(() => false)])
  await calm.close()
  void attacked.close().catch(() => undefined) // a page that hangs closes when its process is ended
  return !isAlive
}
