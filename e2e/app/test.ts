import { test as base, expect, type APIRequestContext, type FrameLocator, type Page, type Request } from "@playwright/test"
import { writeFileSync } from "node:fs"
import { startOpenAiServer, type OpenAiServer } from "../support/openai-server"
import { startServer, type RunningServer } from "./server"

type Fixtures = {
  /** Fails the test when the page asked another host for anything, or threw. */
  guard: undefined
}
type WorkerFixtures = {
  app: RunningServer
  /** A model that answers what the test has written. */
  model: OpenAiServer
  /** A server whose default model is `model`. */
  scripted: RunningServer
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  app: [
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      expect(await server.stop(), "the server ends cleanly").toBe(0)
    },
    { scope: "worker", timeout: 90_000 },
  ],
  model: [
    async ({}, use) => {
      const model = await startOpenAiServer()
      await use(model)
      await model.stop()
    },
    { scope: "worker" },
  ],
  scripted: [
    async ({ model }, use) => {
      const server = await startServer({
        CHARTWRIGHT__DEFAULTMODEL: "scripted",
        CHARTWRIGHT__MODELS__0__NAME: "scripted",
        CHARTWRIGHT__MODELS__0__KIND: "OpenAi",
        CHARTWRIGHT__MODELS__0__BASEURL: model.url,
        CHARTWRIGHT__MODELS__0__APIKEY: "unused",
      })
      await use(server)
      expect(await server.stop(), "the server ends cleanly").toBe(0)
    },
    { scope: "worker", timeout: 90_000 },
  ],
  baseURL: async ({ app }, use) => use(app.url),
  guard: [
    async ({ page }, use, info) => {
      const log: string[] = []
      const foreign: string[] = []
      const thrown: string[] = []
      page.context().on("request", (request: Request) => {
        const { protocol, hostname, href } = new URL(request.url())
        const isOwn = hostname === "127.0.0.1" || hostname === "localhost" || hostname.endsWith(".localhost")
        if (protocol.startsWith("http") && !isOwn) foreign.push(href)
      })
      page.on("pageerror", (error) => thrown.push(error.message))
      page.on("console", (message) => log.push(`${message.type()}: ${message.text()}`))
      page.on("requestfailed", (request) => log.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ""}`))
      page.on("response", (response) => {
        if (response.status() >= 400) log.push(`${String(response.status())}: ${response.url()}`)
      })
      await use(undefined)
      if (info.status !== info.expectedStatus) {
        log.push(...(await page.getByRole("alert").allInnerTexts()))
        writeFileSync(info.outputPath("page-log.txt"), log.join("\n"))
        await page.screenshot({ path: info.outputPath("page.png") })
      }
      expect(foreign, "requests to other hosts").toEqual([])
      expect(thrown, "errors thrown in the page").toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Sends a question in the chat and waits until its answer is complete. */
export async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole("textbox", { name: "Question" }).fill(question)
  await page.getByRole("button", { name: "Send" }).click()
  await expect(page.getByRole("button", { name: "Stop" })).toHaveCount(0)
  await expect(page.getByText(question, { exact: true }).first()).toBeVisible()
}

/** The frame whose chart is seen. */
export const chartOf = (page: Page): FrameLocator => page.frameLocator('iframe[title="Generated visualization"]:not([aria-hidden])')

/** Waits until a chart has painted and says how many marks of `selector` it has. */
export async function expectMarks(page: Page, selector: string, count: number): Promise<void> {
  await expect(page.locator('[data-slot="preview"]')).toHaveAttribute("data-state", "shown")
  await expect(chartOf(page).locator(selector)).toHaveCount(count)
}

/** Texts of the ticks of one axis, in order. */
export const ticksOf = (page: Page, axis: "x" | "y") =>
  chartOf(page).locator(`.recharts-${axis}Axis .recharts-cartesian-axis-tick-value, .recharts-${axis}Axis-tick-labels .recharts-cartesian-axis-tick-value`)

type Answer = { columns: { name: string }[]; rows: unknown[][]; rowCount: number }

/** Runs a statement by the API, for the numbers a chart must show. */
export async function query(request: APIRequestContext, sql: string, url = ""): Promise<Answer> {
  const response = await request.post(`${url}/api/query`, { data: { sql } })
  expect(response.status(), await response.text()).toBe(200)
  return (await response.json()) as Answer
}

/** Requests to the API that the page makes while `act` runs. */
export async function apiCallsDuring(page: Page, act: () => Promise<void>): Promise<string[]> {
  const calls: string[] = []
  const record = (request: Request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith("/api/") || pathname === "/chat") calls.push(`${request.method()} ${pathname}`)
  }
  page.on("request", record)
  await act()
  page.off("request", record)
  return calls
}
