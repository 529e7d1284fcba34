import { parseStream } from "../support/sse"
import { ask, chartOf, expect, expectMarks, query, test, ticksOf } from "./test"

const SALES_BY_REGION = `SELECT s.region, sum(i.sales) AS total
  FROM order_items i JOIN orders o USING (order_id) JOIN stores s USING (store_id) GROUP BY 1 ORDER BY 2 DESC`

/** A number to the cent, as a tooltip writes it. */
const grouped = (value: unknown) => Number(value).toLocaleString("en-US", { maximumFractionDigits: 2 })

test("total sales by region: a bar for each region, with its exact sum in the tooltip", async ({ page, request }) => {
  const { rows } = await query(request, SALES_BY_REGION)
  await page.goto("/")

  await ask(page, "total sales by region")

  await expectMarks(page, ".recharts-bar-rectangle", rows.length)
  const chart = chartOf(page)
  for (const [region] of rows) await expect(chart.getByText(String(region), { exact: true }).first()).toBeVisible()
  await chart.locator(".recharts-bar-rectangle").first().hover()
  await expect(chart.locator(".recharts-tooltip-wrapper")).toContainText(grouped(rows[0]?.[1]))
  await expect(page.locator("time[data-stale]")).toContainText("Data fetched")
})

test("monthly sales in 2017 as a line: twelve points on one line", async ({ page }) => {
  await page.goto("/")

  await ask(page, "monthly sales in 2017 as a line")

  await expectMarks(page, ".recharts-line-curve", 1)
  await page.getByRole("tab", { name: "Table" }).click()
  await expect(page.getByRole("table")).toHaveAttribute("aria-rowcount", "13")
})

test("top 5 movies by worldwide gross: five bars, the largest first", async ({ page, request }) => {
  const { rows } = await query(request, "SELECT title, worldwide_gross FROM movies ORDER BY 2 DESC NULLS LAST LIMIT 5")
  await page.goto("/")

  await ask(page, "top 5 movies by worldwide gross")

  await expectMarks(page, ".recharts-bar-rectangle", 5)
  const titles = (await ticksOf(page, "y").allTextContents()).length === 5 ? ticksOf(page, "y") : ticksOf(page, "x")
  await expect(titles.first()).toContainText(String(rows[0]?.[0]).slice(0, 6))
})

test("average horsepower by origin: a bar for each origin", async ({ page, request }) => {
  const { rows } = await query(request, "SELECT origin, avg(horsepower) FROM cars GROUP BY 1")
  await page.goto("/")

  await ask(page, "average horsepower by origin")

  await expectMarks(page, ".recharts-bar-rectangle", rows.length)
  for (const [origin] of rows) await expect(chartOf(page).getByText(String(origin), { exact: true }).first()).toBeVisible()
})

test("the stream is a run from its first event to done", async ({ request }) => {
  const { rows } = await query(request, SALES_BY_REGION)

  const response = await request.post("/api/chat", { data: { message: "total sales by region" } })

  expect(response.headers()["content-type"]).toContain("text/event-stream")
  const events = parseStream(await response.text())
  expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1))
  expect(events.map(({ event }) => event)).toEqual(events.map(({ data }) => data.type))
  expect(events[0]?.event).toBe("run")
  expect(events.at(-1)?.data).toMatchObject({ type: "done", finishReason: "stop" })
  const names = events.map(({ event }) => event)
  expect(names.indexOf("data")).toBeLessThan(names.indexOf("artifact"))
  const data = events.find(({ event }) => event === "data")?.data
  expect(data).toMatchObject({ name: "main", rowCount: rows.length, truncated: false, engine: "duckdb" })
  expect(Number.isNaN(Date.parse(String(data?.fetchedAt)))).toBe(false)
  const text = events.filter(({ event }) => event === "text").map(({ data: { delta } }) => delta).join("")
  expect(text).toContain("export default function Viz(")
})

test("what was understood, the SQL and the code are there to read", async ({ page }) => {
  await page.goto("/")
  await ask(page, "total sales by region")

  await expect(page.locator('[data-slot="truth-line"]')).toContainText("4 rows")
  await page.getByRole("tab", { name: "SQL" }).click()
  await expect(page.getByRole("region", { name: "Query main" })).toContainText(/select/i)
  await page.getByRole("tab", { name: "Code" }).click()
  await expect(page.getByRole("textbox", { name: "Code" })).toContainText("export default function Viz")
})
