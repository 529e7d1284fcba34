import type { APIRequestContext, Page } from "@playwright/test"
import { chartOf, expect, query, test } from "./test"

const ROWS = 300_000
const PEAK_AT = 217_003

/** Points of two kinds; one stands out far behind the first rows, and the names are in no order of their values. */
function pointsCsv(): Buffer {
  const lines = ["x,y,kind"]
  for (let i = 0; i < ROWS; i++) lines.push(`${String((i * 7919) % ROWS)},${i === PEAK_AT ? "98765.5" : String(i % 1000)},k${String(i % 2)}`)
  return Buffer.from(lines.join("\n"))
}

async function upload(request: APIRequestContext, name: string, buffer: Buffer): Promise<void> {
  const response = await request.post("/api/datasets?replace=true", { multipart: { file: { name, mimeType: "application/octet-stream", buffer } }, timeout: 120_000 })
  expect(response.status(), await response.text()).toBe(201)
}

/** Opens a chart of a statement that also writes the greatest `y` it was given. */
async function open(page: Page, sql: string, chart: string): Promise<void> {
  const code = `import { Line, LineChart, Scatter, ScatterChart, Bar, BarChart, XAxis, YAxis } from "recharts"

export default function Viz({ data, params }) {
  return (
    <div>
      <p>greatest {Math.max(...data.map((row) => row.y))}</p>
      ${chart}
    </div>
  )
}
`
  const response = await page.request.post("/api/artifacts", { data: { title: "Points", code, results: [{ name: "main", sql }] } })
  expect(response.status(), await response.text()).toBe(201)
  await page.goto(`/artifact?id=${((await response.json()) as { id: string }).id}`)
}

test.describe.configure({ timeout: 240_000 })

test.beforeEach(async ({ request }) => {
  const catalog = (await (await request.get("/api/catalog")).json()) as { tables: { name: string }[] }
  if (!catalog.tables.some(({ name }) => name === "points")) await upload(request, "points.csv", pointsCsv())
})

for (const { name, sql, chart, said } of [
  {
    name: "a scatter",
    sql: "SELECT x, y, kind FROM points",
    chart: `<ScatterChart width={600} height={300}><XAxis dataKey="x" type="number" /><YAxis dataKey="y" /><Scatter data={data} isAnimationActive={false} /></ScatterChart>`,
    said: /drawn from [\d,]+ of 300,000 rows, peaks and gaps kept/,
  },
  {
    name: "a line",
    sql: "SELECT TIMESTAMP '2020-01-01' + to_seconds(x) AS moment, y FROM points ORDER BY moment",
    chart: `<LineChart width={600} height={300} data={data}><XAxis dataKey="moment" /><YAxis /><Line dataKey="y" dot={false} isAnimationActive={false} /></LineChart>`,
    said: /drawn from [\d,]+ of 300,000 rows, peaks and gaps kept/,
  },
  {
    name: "bars of more categories than can be seen",
    sql: "SELECT 'c' || lpad(x::VARCHAR, 6, '0') AS name, y FROM points ORDER BY name",
    chart: `<BarChart width={600} height={300} data={data}><XAxis dataKey="name" /><YAxis /><Bar dataKey="y" isAnimationActive={false} /></BarChart>`,
    said: "drawn from the 2,000 greatest of 300,000 rows",
  },
]) {
  test(`${name} of 300,000 rows shows the peak that is not among the first`, async ({ page }) => {
    await open(page, sql, chart)

    await expect(page.locator('[data-slot="preview"]')).toHaveAttribute("data-state", "shown")
    await expect(chartOf(page).getByText("greatest 98765.5")).toBeVisible()
    await expect(page.locator('[data-slot="truth-line"]')).toContainText(said)
  })
}

test("downloads of 300,000 rows hold every row, as other programs read them", async ({ request }) => {
  const response = await request.post("/api/query", { data: { sql: "SELECT x, y, kind, DATE '2020-01-01' + (x % 500)::INT AS day FROM points" } })
  const { cacheKey } = (await response.json()) as { cacheKey: string }
  const facts = (table: string) => `SELECT count(*), sum(x), sum(y), count(DISTINCT kind), min(day)::VARCHAR, max(day)::VARCHAR FROM ${table}`

  for (const format of ["csv", "parquet", "xlsx"]) {
    const file = await request.get(`/api/results/${cacheKey}?format=${format}`, { timeout: 120_000 })
    expect(file.status()).toBe(200)
    await upload(request, `back_${format}.${format}`, await file.body())

    const { rows } = await query(request, facts(`back_${format}`))
    expect(rows, format).toEqual([[ROWS, 44_999_850_000, 149_948_762.5, 2, "2020-01-01", "2021-05-14"]])
  }
})

test("a table of 3,000 columns is looked through without all of them in the page", async ({ page }) => {
  const names = Array.from({ length: 3_000 }, (_, at) => `m${String(at)}`)
  await upload(page.request, "wide.csv", Buffer.from([names, names.map((_, at) => at), names.map((_, at) => at * 2)].map((line) => line.join(",")).join("\n")))
  await page.goto("/data?table=wide")

  await expect(page.getByText("2 rows · 3,000 columns")).toBeVisible()
  await expect(page.getByText("2,900 columns not shown")).toBeVisible()
  await page.getByRole("searchbox", { name: "Find one of 3,000 columns" }).fill("m2999")
  await expect(page.getByRole("region", { name: "Columns" }).getByRole("row")).toHaveCount(2)

  await page.getByRole("tab", { name: "First rows" }).click()
  const rows = page.getByRole("table", { name: "First rows of wide" })
  await expect(rows.getByRole("columnheader", { name: "m0", exact: true })).toBeVisible()
  await rows.locator("xpath=..").evaluate((scroller) => (scroller.scrollLeft = scroller.scrollWidth))
  await expect(rows.getByRole("cell", { name: "5,998", exact: true })).toBeVisible()
  expect(await page.locator("*").count()).toBeLessThan(2_500)
})
