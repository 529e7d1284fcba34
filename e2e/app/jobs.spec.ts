import { ask, expect, expectMarks, query, test } from "./test"

// ten billion rows: nothing finishes it within a test
const ENDLESS = "SELECT sum(a.range * b.range) AS s FROM range(100000) a, range(100000) b"

test("a question asked as a job is charted, tells its statement, and Refresh runs the job again", async ({ page, request }) => {
  await page.goto("/")

  await ask(page, "submit a spark job: yearly revenue by category over all orders")

  await expectMarks(page, ".recharts-line-curve", 3)
  await page.getByRole("button", { name: /Queried 9 rows/ }).click()
  await expect(page.getByRole("list", { name: "Steps of the answer" })).toContainText(/Job\s*9 rows · DuckDB/)
  await page.getByRole("tab", { name: "SQL" }).click()
  await expect(page.getByLabel("SQL of the job")).toContainText("GROUP BY year(orders.order_date), products.category")
  const { items } = (await (await request.get("/api/jobs?limit=1")).json()) as { items: { id: string; table: string }[] }
  const attempts = async () => ((await (await request.get(`/api/jobs/${String(items[0]?.id)}`)).json()) as { attempt: number }).attempt
  const before = await page.locator("time[data-stale]").getAttribute("datetime")

  await page.getByRole("button", { name: "Refresh" }).click()

  await expect.poll(attempts).toBe(2)
  await expect(page.locator("time[data-stale]")).not.toHaveAttribute("datetime", String(before))
  expect((await query(request, `SELECT count(*) AS n FROM ${String(items[0]?.table)}`)).rows).toEqual([[9]])
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
  await page.getByRole("menuitem", { name: "Delete" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Delete job" }).click()
  await expect(endless).toHaveCount(0)
})
