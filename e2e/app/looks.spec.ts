import { readFileSync } from "node:fs"
import path from "node:path"
import type { Page } from "@playwright/test"
import { ask, chartOf, expect, test } from "./test"

/** Screenshots for people to look at; not kept in git. */
const SCREENS = path.join(__dirname, "../test-results/screens")
const WORKBOOK = path.join(__dirname, "../../backend/tests/Chartwright.Query.Tests/Ingestion/Files/book.xlsx")
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")

type Violation = { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }

/** What axe finds on the page; the frame has an origin of its own and is left to the frame's tests. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE) // not as a script tag, which the page's own policy refuses
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (context: unknown, options: unknown) => Promise<{ violations: Violation[] }> } }
    return (await axe.run({ exclude: ["iframe"] }, { resultTypes: ["violations"] })).violations
  })
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary ?? ""}`))
}

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const
const QUESTIONS = { regions: "total sales by region", monthly: "monthly sales in 2017 as a line", movies: "top 5 movies by worldwide gross", origins: "average horsepower by origin" } as const

for (const [size, viewport] of Object.entries(SIZES))
  for (const colorScheme of ["light", "dark"] as const)
    test.describe(`${size}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme, contextOptions: { reducedMotion: "reduce" } })
      const shoot = (page: Page, name: string) => page.screenshot({ path: path.join(SCREENS, `${name}-${size}-${colorScheme}.png`) })

      test("every page is free of accessibility violations and fits the window", async ({ page }) => {
        for (const [name, address] of Object.entries({ start: "/", data: "/data", jobs: "/jobs", templates: "/templates", settings: "/settings" })) {
          await page.goto(address)
          await expect(page.getByRole("heading").first()).toBeVisible()
          if (name === "data") await expect(page.getByRole("navigation", { name: "Tables" }).getByRole("button").first()).toBeVisible()
          await shoot(page, name)
          expect(await violations(page), name).toEqual([])
          expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${name} scrolls sideways`).toBeLessThanOrEqual(0)
        }
      })

      test("the review of a file", async ({ page }) => {
        await page.goto("/data")
        await page.locator('input[type="file"]').setInputFiles(WORKBOOK)
        await expect(page.getByRole("dialog", { name: "Add tables from book.xlsx" }).getByRole("cell").first()).toBeVisible()
        await shoot(page, "review")
        expect(await violations(page), "review").toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), "scrolls sideways").toBeLessThanOrEqual(0)
        await page.getByRole("button", { name: "Discard" }).click()
      })

      test("the four answers", async ({ page }) => {
        for (const [name, question] of Object.entries(QUESTIONS)) {
          await page.goto("/")
          await page.getByRole("button", { name: "New chat" }).first().click()
          await ask(page, question)
          if (size === "phone") {
            await shoot(page, `${name}-ask`)
            await page.getByRole("navigation", { name: "Panes" }).getByRole("button", { name: "View" }).click()
          }
          await expect(page.locator('[data-slot="preview"]')).toHaveAttribute("data-state", "shown")
          await expect(chartOf(page).locator(".recharts-surface").first()).toBeVisible()
          await shoot(page, name)
          expect(await violations(page), name).toEqual([])
          if (name !== "regions") continue
          if (size === "phone") {
            await page.getByRole("button", { name: "Parameters" }).click()
            await expect(page.getByRole("dialog")).toBeVisible()
            await shoot(page, "parameters")
            expect(await violations(page), "parameters").toEqual([])
            await page.keyboard.press("Escape")
          }
          await page.getByRole("button", { name: "Save as template" }).click()
          await shoot(page, "save")
          expect(await violations(page), "save").toEqual([])
          await page.getByRole("button", { name: "Save template" }).click()
          await expect(page.getByRole("dialog")).toHaveCount(0)
          for (const tab of ["Table", "SQL", "Code"]) {
            await page.getByRole("tab", { name: tab }).click()
            if (tab !== "Table") await expect(page.locator(".cm-content").first()).toBeVisible()
            await shoot(page, `tab-${tab.toLowerCase()}`)
            expect(await violations(page), tab).toEqual([])
          }
        }
        await page.goto("/templates")
        await expect(page.getByRole("listitem").first()).toBeVisible()
        await shoot(page, "template-list")
        expect(await violations(page), "template list").toEqual([])
      })
    })
