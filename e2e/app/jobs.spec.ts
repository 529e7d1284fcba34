import type { APIRequestContext, Page } from "@playwright/test"
import { ask, expect, expectMarks, query, test } from "./test"

// ten billion rows: nothing finishes it within a test
const ENDLESS = "SELECT sum(a.range * b.range) AS s FROM range(100000) a, range(100000) b"

type Job = { id: string; state: string; table: string; attempt: number }

const newestJob = async (request: APIRequestContext) => ((await (await request.get("/api/jobs?limit=1")).json()) as { items: [Job] }).items[0]
const findJob = async (request: APIRequestContext, id: string) => (await (await request.get(`/api/jobs/${id}`)).json()) as Job

/** Keeps DuckDB's one place for jobs taken while `act` runs: other jobs wait for their turn. */
async function whileBusy(request: APIRequestContext, act: () => Promise<void>): Promise<void> {
  const { id } = (await (await request.post("/api/jobs", { data: { query: ENDLESS } })).json()) as Job
  await expect.poll(async () => (await findJob(request, id)).state).toBe("running")
  try {
    await act()
  } finally {
    await request.post(`/api/jobs/${id}/stop`)
    await expect.poll(async () => (await findJob(request, id)).state).toBe("cancelled")
    await request.delete(`/api/jobs/${id}`)
  }
}

const fetchedAt = (page: Page) => page.locator("time[data-stale]")
const jobStatus = (page: Page) => page.locator('[data-slot="job-status"]')
const steps = (page: Page) => page.getByRole("list", { name: "Steps of the answer" })

test("a question asked as a job is charted, tells its statement, and Refresh runs the job again", async ({ page, request }) => {
  await page.goto("/")

  await ask(page, "submit a spark job: yearly revenue by category over all orders")

  await expectMarks(page, ".recharts-line-curve", 3)
  await page.getByRole("button", { name: /Queried 9 rows/ }).click()
  await expect(steps(page)).toContainText(/Job\s*9 rows · DuckDB [\d.]+ m?s · [\d.]+ k?B/)
  await page.getByRole("tab", { name: "SQL" }).click()
  await expect(page.getByLabel("SQL of the job")).toContainText("GROUP BY year(orders.order_date), products.category")
  const { id, table } = await newestJob(request)
  const before = String(await fetchedAt(page).getAttribute("datetime"))

  await page.getByRole("button", { name: "Refresh" }).click()

  await expect.poll(async () => (await findJob(request, id)).attempt).toBe(2)
  await expect(fetchedAt(page)).not.toHaveAttribute("datetime", before)
  expect((await query(request, `SELECT count(*) AS n FROM ${table}`)).rows).toEqual([[9]])

  const refreshed = String(await fetchedAt(page).getAttribute("datetime"))
  await whileBusy(request, async () => {
    await page.getByRole("button", { name: "Refresh" }).click()
    await expect(jobStatus(page)).toContainText("Waiting for its turn")
    await expect(jobStatus(page).getByRole("progressbar")).toBeVisible()
    await jobStatus(page).getByRole("button", { name: "Stop" }).click()
    await expect(page.getByText("The job was stopped. The data shown is from before.")).toBeVisible()
    await expect(jobStatus(page)).toHaveCount(0)
  })
  await expect(fetchedAt(page)).toHaveAttribute("datetime", refreshed)
  await page.getByRole("tab", { name: "Chart" }).click()
  await expectMarks(page, ".recharts-line-curve", 3)
  expect((await query(request, `SELECT count(*) AS n FROM ${table}`)).rows).toEqual([[9]])
})

test("a job shows its bar and its seconds, goes on through a reload, and becomes a chart", async ({ page, request }) => {
  await page.goto("/")
  await whileBusy(request, async () => {
    await page.getByRole("button", { name: "New chat" }).first().click()
    await page.getByRole("textbox", { name: "Question" }).fill("submit a spark job: yearly revenue by category over all orders")
    await page.getByRole("button", { name: "Send" }).click()
    await expect(steps(page).getByRole("progressbar", { name: "Waiting for its turn" })).toBeVisible()
    await expect(steps(page)).toContainText(/Waiting for its turn\s*[1-9]\d* s/)

    await page.reload()

    await expect(steps(page).getByRole("progressbar", { name: "Waiting for its turn" })).toBeVisible()
    await expect(steps(page)).toContainText(/Waiting for its turn\s*\d+ s/)
  })

  await expectMarks(page, ".recharts-line-curve", 3)
})

test("a refresh that fails keeps the data and says so", async ({ page, request }) => {
  const cities = { name: "cities.csv", mimeType: "text/csv", buffer: Buffer.from("city,turnover\nOslo,4\nRome,5\nRome,6\n") }
  expect((await request.post("/api/datasets", { multipart: { file: cities } })).status()).toBe(201)
  await page.goto("/")
  await page.getByRole("button", { name: "New chat" }).first().click()
  await ask(page, "submit a spark job: total turnover by city")
  await expectMarks(page, ".recharts-bar-rectangle", 2)
  const { id } = await newestJob(request)
  const before = String(await fetchedAt(page).getAttribute("datetime"))
  expect((await request.delete("/api/datasets/cities")).status()).toBe(204)

  await page.getByRole("button", { name: "Refresh" }).click()

  await expect(page.getByText("Refresh failed, the data shown is from before.")).toBeVisible()
  await expect(fetchedAt(page)).toHaveAttribute("datetime", before)
  await expectMarks(page, ".recharts-bar-rectangle", 2)
  expect(await findJob(request, id)).toMatchObject({ state: "failed", attempt: 2, result: { rowCount: 2 } })
})

test("the jobs page stops a running job, and runs again, downloads and deletes one that has ended", async ({ page, request }) => {
  await request.post("/api/jobs", { data: { query: "SELECT 42 AS answer -- kept" } })
  await request.post("/api/jobs", { data: { query: ENDLESS } })
  await page.goto("/jobs")
  const jobs = page.getByRole("list", { name: "Jobs" }).getByRole("listitem")
  const endless = jobs.filter({ hasText: "a.range * b.range" })
  const small = jobs.filter({ hasText: "42 AS answer" })
  await expect(endless.getByRole("progressbar")).toBeVisible()
  await expect(small).toContainText("1 row")

  await endless.getByRole("button", { name: "Stop" }).click()
  await expect(endless).toContainText("Stopped")

  await small.getByRole("button", { name: "More for this job" }).click()
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: /Download Parquet/ }).click()])
  const bytes = await (await download.createReadStream()).toArray()
  expect(Buffer.concat(bytes as Buffer[]).subarray(0, 4).toString()).toBe("PAR1")

  await endless.getByRole("button", { name: "More for this job" }).click()
  await page.getByRole("menuitem", { name: "Run again" }).click()
  await expect(endless).toContainText(/Running on DuckDB · \d+ s/)
  await endless.getByRole("button", { name: "Stop" }).click()
  await expect(endless).toContainText("Stopped")

  await endless.getByRole("button", { name: "More for this job" }).click()
  await page.getByRole("menuitem", { name: "Delete" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Delete job" }).click()
  await expect(endless).toHaveCount(0)
})

test("the jobs page follows what is done elsewhere, and a server that goes and comes back", async ({ page, request }) => {
  await page.goto("/jobs")
  await expect(page.getByRole("heading", { name: "Jobs" })).toBeVisible()
  const row = page.getByRole("list", { name: "Jobs" }).getByRole("listitem").filter({ hasText: "7 AS elsewhere" })

  const { id } = (await (await request.post("/api/jobs", { data: { query: "SELECT 7 AS elsewhere" } })).json()) as Job
  await expect(row).toContainText("1 row")

  await page.route("**/api/jobs?*", (route) => route.abort("connectionrefused"))
  const lost = page.getByText("The server does not answer.")
  await expect(lost).toBeVisible()
  await expect(row).toBeVisible()
  await page.unroute("**/api/jobs?*")
  await expect(lost).toHaveCount(0)

  expect((await request.delete(`/api/jobs/${id}`)).status()).toBe(204)
  await expect(row).toHaveCount(0)
})
