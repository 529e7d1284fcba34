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
  for (const { file, source, rows, texts } of components) {
    const outcome = await page.evaluate(([code, input]) => window.harness.run(code, { data: input, results: { customers: [{ id: 1 }] } }), [source, rows] as const)
    const text = outcome.state === "settled" ? await page.frameLocator("#box iframe:not([aria-hidden])").locator("#root").innerText() : ""
    const missing = texts.filter((expected) => !text.replaceAll(/\s+/g, " ").includes(expected))
    if (outcome.state !== "settled" || missing.length || outcome.eventErrors.length) problems.push(`${file}: ${outcome.state} ${outcome.failure?.message ?? ""} ${outcome.refused.join(", ")} without ${missing.join(" | ")} ${outcome.eventErrors.join(", ")}`)
  }

  expect(problems).toEqual([])
  expect(harness.hits).toEqual([])
})
