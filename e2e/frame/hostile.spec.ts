import { type Browser, expect, test, type Page } from "@playwright/test"

import { type Attack, batches } from "./corpus/attack"
import { bombs } from "./corpus/bombs"
import { channels } from "./corpus/channels"
import { contract } from "./corpus/contract"
import { disguise } from "./corpus/disguise"
import { evaluation, parent, prototypes } from "./corpus/escape"
import { hangs, lateHangs } from "./corpus/hang"
import { network } from "./corpus/network"
import { trickery } from "./corpus/trickery"
import { benign, changesHostInTheOpen, hangsInTheOpen, isHostChanged, runLocked, silentInTheOpen, sourceOf } from "./harness/drive"
import { evaluateIn } from "./harness/evaluate"
import { copyWorkMs, startHostWork, stopHostWork } from "./harness/host-work"
import { Harness } from "./harness/server"

/** The host page stays responsive: its main thread never works longer than this before it serves its next timer; on a slow machine, than a copy takes there of the most that an attack sends it. */
const maxHostWorkMs = 250

let harness: Harness
test.beforeAll(async () => {
  harness = await new Harness().start()
})
test.afterAll(() => harness.stop())
test.beforeEach(async ({ page }) => {
  test.setTimeout(600_000)
  harness.hits.length = 0
  await page.goto(harness.appOrigin)
})

const controlled = (attacks: Attack[], evidence: Attack["evidence"]) => attacks.filter((attack) => attack.evidence === evidence && !attack.hasNoControl)

/** Runs every attack without the validator, two at a time, and returns what got out or stayed broken. */
async function escapes(browser: Browser, page: Page, attacks: Attack[]): Promise<string[]> {
  const problems: string[] = []
  const copyMs = await copyWorkMs(browser, page)
  await runLocked(page, benign, { isUnchecked: true }) // the compiler of the tests has run once
  await startHostWork(browser, page)
  const queue = batches(attacks)
  const work = async (stage: number) => {
    for (let attack = queue.shift(); attack; attack = queue.shift()) {
      const { state } = await runLocked(page, sourceOf(attack, harness), { isUnchecked: true, stage })
      if (attack.evidence === "hang" && !attack.hasNoControl && state !== "failed") problems.push(`${attack.name}: ${state}`)
      if (await isHostChanged(page)) problems.push(`${attack.name}: changed the page`)
      if (attack.evidence === "hang" && (await runLocked(page, benign, { stage })).state !== "settled") problems.push(`${attack.name}: the next artifact is not drawn`)
    }
  }
  await Promise.all([work(0), work(1)])
  if (page.url() !== `${harness.appOrigin}/`) problems.push(`the page went to ${page.url()}`)
  const workMs = await stopHostWork(browser)
  if (workMs > Math.max(maxHostWorkMs, copyMs)) problems.push(`the page was kept from answering by ${String(Math.round(workMs))} ms of work; a copy takes ${String(Math.round(copyMs))}`)
  if ((await runLocked(page, benign)).state !== "settled") problems.push("the next artifact is not drawn")
  return problems
}

const groups: Record<string, Attack[]> = { network, channels, evaluation, disguise, trickery, parent, prototypes, hangs, bombs }

test("the corpus is large, and its names are its own", () => {
  const names = [...Object.values(groups).flat(), ...contract, ...lateHangs].map(({ name }) => name)

  expect(names.length).toBeGreaterThanOrEqual(120)
  expect(new Set(names).size).toBe(names.length)
})

for (const [group, attacks] of Object.entries(groups)) {
  test.describe(group, () => {
    test("works where there is no lock", async ({ context }) => {
      const alone = controlled(attacks, "sink").filter(({ source }) => source.includes("top.location"))
      for (const attack of alone) expect(await silentInTheOpen(context, [attack], harness)).toEqual([])
      expect(await silentInTheOpen(context, controlled(attacks, "sink").filter((attack) => !alone.includes(attack)), harness)).toEqual([])

      const shared = batches(controlled(attacks, "sink")).filter(({ name }) => name.includes(", "))
      expect(await silentInTheOpen(context, shared, harness)).toEqual([])

      for (const attack of controlled(attacks, "host")) expect(await changesHostInTheOpen(context, attack, harness), attack.name).toBe(true)
      const hanging = [...controlled(attacks, "hang").entries()]
      for (let at = 0; at < hanging.length; at += 3) {
        const some = hanging.slice(at, at + 3)
        const worked = await Promise.all(some.map(([index, attack]) => hangsInTheOpen(context, attack, harness, index)))
        expect(some.map(([, { name }], n) => [name, worked[n]])).toEqual(some.map(([, { name }]) => [name, true]))
      }
    })

    // The header has a part only in what reaches the wire.
    for (const withoutAllowlist of group === "network" ? [false, true] : [false]) {
      test(`is contained without the validator${withoutAllowlist ? ", and without Connection-Allowlist" : ""}`, async ({ browser, page }) => {
        harness.withoutAllowlist = withoutAllowlist
        const problems = await escapes(browser, page, withoutAllowlist ? attacks.filter(({ statements, view }) => statements ?? view) : attacks)
        harness.withoutAllowlist = false

        expect(problems).toEqual([])
        expect(harness.hits.map(({ url }) => url)).toEqual([])
      })
    }
  })
}

for (const attack of lateHangs) {
  test(`${attack.name} is ended after it had settled`, async ({ page }) => {
    expect((await runLocked(page, attack.source, { isUnchecked: true })).state).toBe("settled")

    const failure = await evaluateIn(page, () => window.harness.nextFailure())

    expect(["hung", "render-loop", "loop"]).toContain(failure?.kind)
    expect((await runLocked(page, benign)).state).toBe("settled")
  })
}
