import { readFileSync } from "node:fs"
import path from "node:path"
import { ask, expect, expectMarks, query, test } from "./test"

const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) })
const CARS = path.join(__dirname, "../../samples/cars/cars.parquet")
const WORKBOOK = path.join(__dirname, "../../backend/tests/Chartwright.Query.Tests/Ingestion/Files/book.xlsx")

test("an uploaded CSV is looked at, becomes a table and can be asked about", async ({ page }) => {
  await page.goto("/data")
  await page.locator('input[type="file"]').setInputFiles(csv("pets.csv", "species,weight_kg\ncat,4\ncat,5\ndog,20\ndog,30\nhorse,500\n"))

  const review = page.getByRole("dialog", { name: "Add a table" })
  await expect(review.getByRole("cell", { name: "horse" })).toBeVisible()
  await review.getByRole("button", { name: "Add table" }).click()
  await expect(page.getByText("pets: 5 rows × 2 columns")).toBeVisible()
  await page.goto("/")
  await ask(page, "total weight kg by species")

  await expectMarks(page, ".recharts-bar-rectangle", 3)
  await page.getByRole("tab", { name: "Table" }).click()
  await expect(page.getByRole("cell", { name: "500", exact: true })).toBeVisible()
})

test("a CSV with titles and decimal commas is read as its author meant it", async ({ page }) => {
  await page.goto("/data")
  await page.locator('input[type="file"]').setInputFiles(csv("umsatz.csv", "Umsatz 2024;;\r\n;;\r\nFiliale;Umsatz;Kunden\r\nBonn;1.234,50;1.200\r\nUlm;99,25;800\r\n"))
  await page.getByRole("dialog", { name: "Add a table" }).getByRole("button", { name: "Add table" }).click()
  await expect(page.getByText("umsatz: 2 rows × 3 columns")).toBeVisible()
  const { rows } = await query(page.request, "SELECT sum(umsatz), sum(kunden) FROM umsatz")
  expect(rows).toEqual([[1333.75, 2000]])

  await page.goto("/")
  await ask(page, "total umsatz by filiale in umsatz")
  await expectMarks(page, ".recharts-bar-rectangle", 2)
})

test("every sheet of a workbook can be added, corrected or left out", async ({ page }) => {
  await page.goto("/data")
  await page.locator('input[type="file"]').setInputFiles(WORKBOOK)

  const review = page.getByRole("dialog", { name: "Add tables from book.xlsx" })
  await expect(review.getByRole("list", { name: "Tables found" }).getByRole("listitem")).toHaveCount(2)
  await review.getByRole("textbox", { name: "Table name" }).fill("ledger")
  await review.getByRole("textbox", { name: "Name of column Amount" }).fill("turnover")
  await review.getByRole("combobox", { name: "Type of column Order ID" }).click()
  await page.getByRole("option", { name: "Text" }).click()
  await review.getByRole("checkbox", { name: "Add column Paid" }).click()
  await review.getByRole("checkbox", { name: /^Add book_r/ }).click()
  await review.getByRole("button", { name: "Add table" }).click()

  await expect(page.getByText("ledger: 3 rows × 4 columns")).toBeVisible()
  const { rows } = await query(page.request, "SELECT order_id, ordered_on, turnover FROM ledger ORDER BY turnover LIMIT 1")
  expect(rows).toEqual([["2", "2024-02-29", 7]])
  await page.goto("/")
  await ask(page, "total turnover by order id in ledger")
  await expectMarks(page, ".recharts-bar-rectangle", 3)
})

test("an uploaded Parquet file can be asked about, and what reads it is named before it is deleted", async ({ page }) => {
  await page.goto("/data")
  await page.locator('input[type="file"]').setInputFiles({ name: "autos.parquet", mimeType: "application/octet-stream", buffer: readFileSync(CARS) })
  await page.getByRole("dialog", { name: "Add a table" }).getByRole("button", { name: "Add table" }).click()
  await expect(page.getByText("autos: 406 rows ×")).toBeVisible()
  await page.goto("/")
  await ask(page, "average horsepower by origin in autos")
  await expectMarks(page, ".recharts-bar-rectangle", 3)

  await page.goto("/data?table=autos")
  await page.getByRole("button", { name: "Delete" }).click()
  await expect(page.getByRole("list", { name: "What needs autos" }).getByRole("listitem")).toHaveText(/^1 chart .*horsepower/i)
  await page.getByRole("button", { name: "Delete table" }).click()
  await expect(page.getByRole("navigation", { name: "Tables" }).getByText("autos")).toHaveCount(0)
})

test("a taken name is asked about: another name, or replace", async ({ page }) => {
  await page.goto("/data")
  const upload = async (text: string) => page.locator('input[type="file"]').setInputFiles(csv("tools.csv", text))
  const review = page.getByRole("dialog", { name: "Add a table" })
  await upload("tool,price\nsaw,12\n")
  await review.getByRole("button", { name: "Add table" }).click()
  await expect(page.getByText("tools: 1 row × 2 columns")).toBeVisible()

  await upload("tool,price\nsaw,12\naxe,30\n")
  await expect(review.getByRole("button", { name: "Add table" })).toBeDisabled()
  await expect(review.getByRole("button", { name: "Name it tools_2" })).toBeVisible()
  await review.getByRole("checkbox", { name: "Replace the table of that name" }).click()
  await review.getByRole("button", { name: "Add table" }).click()

  await expect(page.getByText("tools: 2 rows × 2 columns")).toBeVisible()
})

test("a review is done with the keyboard, can wait, and leaves nothing when it is discarded", async ({ page }) => {
  await page.goto("/data")
  await page.locator('input[type="file"]').setInputFiles(csv("shelf.csv", "a,b\n1,2\n"))
  const review = page.getByRole("dialog", { name: "Add a table" })
  await expect(review).toBeVisible()

  await page.keyboard.press("Escape")
  await expect(review).toHaveCount(0)
  await page.getByRole("button", { name: "Review" }).press("Enter")
  await review.getByRole("button", { name: "Discard" }).press("Enter")

  await expect(review).toHaveCount(0)
  await expect(page.getByRole("region", { name: "Uploads" })).toHaveCount(0)
  const catalog = (await (await page.request.get("/api/catalog")).json()) as { tables: { name: string }[] }
  expect(catalog.tables.map(({ name }) => name)).not.toContain("shelf")
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
