import { readFile, writeFile } from "node:fs/promises"
import path from "node:path"
import { pathToFileURL } from "node:url"
import { expect, test, type Page } from "@playwright/test"

import type { ExportFrame } from "../../frontend/lib/sandbox/standalone"
import { batches } from "./corpus/attack"
import { network } from "./corpus/network"
import { sourceOf } from "./harness/drive"
import { Harness } from "./harness/server"

const chart = `import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from "recharts"
import { TrendingUp } from "lucide-react"
import { Badge } from "@/components/ui/badge"
export default function Viz({ data }) {
  return <div className="h-[300px] p-[7px]"><Badge><TrendingUp /> {data.length} regions</Badge>
    <ResponsiveContainer width="100%" height={240}><BarChart data={data}><XAxis dataKey="region" /><YAxis /><Bar dataKey="total" /></BarChart></ResponsiveContainer></div>
}`
const data = [{ region: "EU", total: 3 }, { region: "</script><img src=x onerror=alert(1)>", total: 5 }]

let harness: Harness
let frame: ExportFrame
test.beforeAll(async () => {
  harness = await new Harness().start()
  frame = JSON.parse(await readFile(path.join(__dirname, "../../frontend/public/export-frame.json"), "utf8")) as ExportFrame
})
test.afterAll(() => harness.stop())

/** Writes what the product's export makes of a component to disk and opens it there; returns the requests that were made beside it. */
async function openFromDisk(page: Page, source: string, file: string, isUnchecked = false): Promise<string[]> {
  await page.goto(harness.appOrigin)
  const html = await page.evaluate(([code, document, rows, raw]) => window.harness.exported(code, document, { data: rows, isUnchecked: raw }), [source, frame, data, isUnchecked] as const)
  await writeFile(file, html)
  const requests: string[] = []
  page.on("request", (request) => requests.push(request.url()))
  await page.goto(pathToFileURL(file).href)
  return requests
}

test("an exported file draws its chart with nothing on the wire", async ({ page }, info) => {
  const file = info.outputPath("sales.html")

  const requests = await openFromDisk(page, chart, file)

  const view = page.frameLocator("iframe")
  await expect(view.locator(".recharts-bar-rectangle")).toHaveCount(2)
  await expect(view.getByText("2 regions")).toBeVisible()
  await expect(page).toHaveTitle("Sales")
  expect(requests.filter((url) => url !== pathToFileURL(file).href && url !== "about:srcdoc")).toEqual([])
})

test("hostile ones get nothing out of their files", async ({ page }, info) => {
  const together = batches(network.filter(({ statements, view }) => statements ?? view)).filter(({ name }) => name.includes(", "))
  const leaving = network.filter(({ name }) => ["location", "dom meta refresh", "dom anchor click"].includes(name))
  expect(leaving).toHaveLength(3)
  for (const [index, attack] of [...together, ...leaving].entries()) {
    await openFromDisk(page, sourceOf(attack, harness), info.outputPath(`${String(index)}.html`), true)
    if (together.includes(attack)) await expect(page.frameLocator("iframe").getByText("attack")).toBeAttached()
    await page.waitForTimeout(300) // what could be sent has been tried
    expect(page.url(), attack.name).toContain("file:")
  }

  expect(harness.hits.map(({ url }) => url)).toEqual([])
})
