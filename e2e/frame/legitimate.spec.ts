import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { expect, test } from "@playwright/test"

import { data } from "./corpus/data"
import { Harness } from "./harness/server"

const directory = path.join(__dirname, "corpus/legitimate")
const header = (source: string, name: string) => new RegExp(`^// ${name}: (.*)$`, "m").exec(source)?.[1] ?? ""

const components = readdirSync(directory).map((file) => {
  const source = readFileSync(path.join(directory, file), "utf8")
  return { file, source, rows: data[header(source, "data")] ?? [], texts: header(source, "expects").split(" | ") }
})

let harness: Harness
test.beforeAll(async () => {
  harness = await new Harness().start()
})
test.afterAll(() => harness.stop())

test("every legitimate component is drawn and shows its text", async ({ page }) => {
  test.setTimeout(600_000)
  await page.goto(harness.appOrigin)
  const problems: string[] = []
  const queue = [...components]
  const work = async (stage: number) => {
    const shown = page.frameLocator(`#${stage ? "box1" : "box"} iframe:not([aria-hidden])`).locator("#root")
    for (let component = queue.shift(); component; component = queue.shift()) {
      const { file, source, rows, texts } = component
      const outcome = await page.evaluate(([code, data, at]) => window.harness.run(code, { data, results: { customers: [{ id: 1 }] }, stage: at }), [source, rows, stage] as const)
      const text = outcome.state === "settled" ? (await shown.innerText()).replaceAll(/\s+/g, " ") : ""
      const missing = texts.filter((expected) => !text.includes(expected))
      if (outcome.state !== "settled" || missing.length || outcome.eventErrors.length) problems.push(`${file}: ${outcome.state} ${outcome.failure?.message ?? ""} ${outcome.refused.join(", ")} without ${missing.join(" | ")} ${outcome.eventErrors.join(", ")}`)
    }
  }
  await Promise.all([work(0), work(1)])

  expect(problems).toEqual([])
  expect(harness.hits).toEqual([])
})
