import { ask, expect, expectMarks, test } from "./test"

const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) })

test("an uploaded CSV becomes a table that can be asked about", async ({ page }) => {
  await page.goto("/data")
  await page.locator('input[type="file"]').setInputFiles(csv("pets.csv", "species,weight_kg\ncat,4\ncat,5\ndog,20\ndog,30\nhorse,500\n"))

  await expect(page.getByText("pets: 5 rows × 2 columns")).toBeVisible()
  await page.goto("/")
  await ask(page, "total weight kg by species")

  await expectMarks(page, ".recharts-bar-rectangle", 3)
  await page.getByRole("tab", { name: "Table" }).click()
  await expect(page.getByRole("cell", { name: "500", exact: true })).toBeVisible()
})

test("a taken name is asked about: another name, or replace", async ({ page }) => {
  await page.goto("/data")
  const upload = async (text: string) => page.locator('input[type="file"]').setInputFiles(csv("tools.csv", text))
  await upload("tool,price\nsaw,12\n")
  await expect(page.getByText("tools: 1 row × 2 columns")).toBeVisible()

  await upload("tool,price\nsaw,12\naxe,30\n")
  await page.getByRole("button", { name: "Replace it" }).click()

  await expect(page.getByText("tools: 2 rows × 2 columns")).toBeVisible()
})

test("a file that is no table is refused in words", async ({ page }) => {
  await page.goto("/data")
  await page.locator('input[type="file"]').setInputFiles({ name: "broken.parquet", mimeType: "application/octet-stream", buffer: Buffer.from("not a parquet file") })

  const alert = page.getByRole("region", { name: "Uploads" }).getByRole("alert")
  await expect(alert).toBeVisible()
  await expect(alert).not.toContainText(/\/tmp|Exception|at Chartwright/)
})

test("the catalog shows columns, first rows and where the data came from", async ({ page }) => {
  await page.goto("/data?table=movies")
  const detail = page.getByRole("article", { name: "movies" })

  await expect(detail).toContainText("vega-datasets")
  await expect(detail.getByRole("row").filter({ hasText: "worldwide_gross" })).toContainText("USD")
  await detail.getByRole("tab", { name: "First rows" }).click()
  await expect(detail.getByRole("table", { name: "First rows of movies" }).getByRole("cell").first()).toBeVisible()
})
