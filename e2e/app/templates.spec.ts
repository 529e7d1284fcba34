import { ask, expect, expectMarks, test } from "./test"

test("an answer is saved as a template, listed, opened on fresh data, renamed and deleted", async ({ page }) => {
  await page.goto("/")
  await ask(page, "average horsepower by origin")
  await expectMarks(page, ".recharts-bar-rectangle", 3)

  await page.getByRole("button", { name: "Save as template" }).click()
  await page.getByRole("textbox", { name: "Name" }).fill("Horsepower")
  await page.getByRole("button", { name: "Save template" }).click()
  await expect(page.getByText("Saved as a template")).toBeAttached()

  await page.goto("/templates")
  await expect(page.getByRole("listitem").filter({ hasText: "average horsepower by origin" })).toBeVisible()
  await page.getByRole("button", { name: "Horsepower", exact: true }).click()
  await expect(page).toHaveURL(/\/artifact\?id=/)
  await expectMarks(page, ".recharts-bar-rectangle", 3)
  await expect(page.locator("time[data-stale=false]")).toBeVisible()

  await page.goto("/templates")
  await page.getByRole("button", { name: "More for Horsepower" }).click()
  await page.getByRole("menuitem", { name: "Rename" }).click()
  await page.getByRole("textbox", { name: "Name" }).fill("Power")
  const renamed = page.waitForResponse((response) => response.request().method() === "PATCH")
  await page.keyboard.press("Enter")
  await renamed
  await page.reload()
  await page.getByRole("button", { name: "More for Power" }).click()
  await page.getByRole("menuitem", { name: "Delete" }).click()
  const deleted = page.waitForResponse((response) => response.request().method() === "DELETE")
  await page.getByRole("button", { name: "Delete template" }).click()
  await deleted
  await expect(page.getByRole("button", { name: "More for Power" })).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole("heading", { name: "Templates" })).toBeVisible()
  await expect(page.getByText("Power", { exact: true })).toHaveCount(0)
})
