import { ask, chartOf, expect, expectMarks, test } from "./test"

const RUN_SQL = { name: "run_sql", arguments: { query: "SELECT origin, count(*) AS cars FROM cars GROUP BY 1 ORDER BY 1" } }
const COMPONENT = 'Cars by origin.\n\n```tsx title="Cars by origin"\nexport default function Viz({ data, params }) {\n  return <ul>{data.map((row) => <li key={row.origin}>{row.origin}: {row.cars}</li>)}</ul>\n}\n```\n'

test.use({ baseURL: async ({ scripted }, use) => use(scripted.url) })

test("an SQL error goes back to the model, which corrects it", async ({ page, model }) => {
  model.play({ toolCalls: [{ name: "run_sql", arguments: { query: "SELECT orrigin FROM cars" } }] }, { toolCalls: [RUN_SQL] }, { text: COMPONENT })
  await page.goto("/")

  await ask(page, "cars by origin")

  await expect(chartOf(page).getByRole("listitem")).toHaveCount(3)
  expect(JSON.stringify(model.requests[1]?.messages.at(-1))).toContain("orrigin")
})

test("a model that fails is said in the turn, and Retry asks again", async ({ page, model }) => {
  model.play({ status: 400, message: "the model is out of order" })
  await page.goto("/")
  await page.getByRole("textbox", { name: "Question" }).fill("cars by origin")
  await page.getByRole("button", { name: "Send" }).click()
  const alert = page.locator('[data-slot="turn-error"]')
  await expect(alert).toBeVisible()

  model.play({ toolCalls: [RUN_SQL] }, { text: COMPONENT })
  await alert.getByRole("button", { name: "Retry" }).click()

  await expect(chartOf(page).getByRole("listitem")).toHaveCount(3)
})

test("SQL that stays wrong is said in the turn with its statement; Retry asks again", async ({ page, model }) => {
  const wrong = { toolCalls: [{ name: "run_sql", arguments: { query: "SELECT orrigin FROM cars" } }] }
  model.play(wrong, wrong, wrong, wrong)
  await page.goto("/")

  await ask(page, "cars by origin")

  const alert = page.locator('[data-slot="turn-error"]')
  await expect(alert.getByRole("button", { name: "Edit SQL" })).toBeVisible()
  model.play({ toolCalls: [RUN_SQL] }, { text: COMPONENT })
  await alert.getByRole("button", { name: "Retry" }).click()

  await expect(chartOf(page).getByRole("listitem")).toHaveCount(3)
})

test("Stop ends the model's answer", async ({ page, model }) => {
  model.play({ text: "Let me think about ", isHanging: true })
  await page.goto("/")
  await page.getByRole("textbox", { name: "Question" }).fill("cars by origin")
  await page.getByRole("button", { name: "Send" }).click()
  await expect(page.getByText("Let me think about")).toBeVisible()

  await page.getByRole("button", { name: "Stop" }).click()

  await expect(page.getByRole("button", { name: "Send" })).toBeVisible()
  await expect.poll(() => model.droppedCount()).toBe(1)
})

test("a reload in mid-stream goes on where it was", async ({ page, model }) => {
  model.play({ toolCalls: [RUN_SQL] }, { text: "Cars by origin are being ", isHanging: true })
  await page.goto("/")
  await page.getByRole("textbox", { name: "Question" }).fill("cars by origin")
  await page.getByRole("button", { name: "Send" }).click()
  await expect(page.getByText("Cars by origin are being")).toBeVisible()

  await page.reload()

  await expect(page.getByText("Cars by origin are being")).toBeVisible()
  await expect(page.getByRole("button", { name: "Stop" })).toBeVisible()
  await page.getByRole("button", { name: "Stop" }).click()
  await expect(page.getByRole("button", { name: "Send" })).toBeVisible()
})

test("a reload afterwards shows the same conversation and chart", async ({ page, model }) => {
  model.play({ toolCalls: [RUN_SQL] }, { text: COMPONENT })
  await page.goto("/")
  await ask(page, "cars by origin")
  await expect(chartOf(page).getByRole("listitem")).toHaveCount(3)

  await page.reload()

  await expect(page.getByText("cars by origin", { exact: true }).first()).toBeVisible()
  await expect(chartOf(page).getByRole("listitem")).toHaveCount(3)
})

test("a component that is refused goes back to the model", async ({ page, model }) => {
  const refused = COMPONENT.replace("return <ul>", "fetch('/x'); return <ul>")
  model.play({ toolCalls: [RUN_SQL] }, { text: refused }, { text: COMPONENT })
  await page.goto("/")

  await ask(page, "cars by origin")

  await expect(page.locator('[data-slot="preview"]')).toBeVisible()
})

test("Clear history leaves nothing behind", async ({ page, model }) => {
  model.play({ toolCalls: [RUN_SQL] }, { text: COMPONENT })
  await page.goto("/")
  await ask(page, "cars by origin")

  await page.goto("/settings")
  await page.getByRole("button", { name: "Clear history" }).click()
  await page.getByRole("button", { name: "Delete all" }).click()
  await expect(page.getByRole("button", { name: "Clear history" })).toBeDisabled()
  await page.goto("/")

  await expect(page.getByText("cars by origin", { exact: true })).toHaveCount(0)
  await expect(page.getByRole("textbox", { name: "Question" })).toBeVisible()
})
