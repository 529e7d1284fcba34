import { apiCallsDuring, chartOf, expect, expectMarks, query, test } from "./test"
import type { APIRequestContext } from "@playwright/test"
import { pathToFileURL } from "node:url"

const CODE = `import { Bar, BarChart, XAxis, YAxis } from "recharts"

export const params = {
  color: { type: "color", label: "Colour", default: "#4269d0" },
  top: { type: "number", label: "Top", default: 3, min: 1, max: 5, scope: "query" },
}

export default function Viz({ data, params }) {
  return (
    <BarChart width={600} height={300} data={data}>
      <XAxis dataKey="origin" />
      <YAxis />
      <Bar dataKey="cars" fill={params.color} isAnimationActive={false} />
    </BarChart>
  )
}
`
const SQL = "SELECT origin, count(*) AS cars FROM cars GROUP BY 1 ORDER BY 2 DESC LIMIT $top"

/** Makes an artifact without a chat and answers its id. */
async function create(request: APIRequestContext, code = CODE): Promise<string> {
  const response = await request.post("/api/artifacts", { data: { title: "Cars by origin", code, results: [{ name: "main", sql: SQL, params: { top: 3 } }] } })
  expect(response.status(), await response.text()).toBe(201)
  return ((await response.json()) as { id: string }).id
}

test("a view param changes the chart without a request", async ({ page, request }) => {
  await page.goto(`/artifact?id=${await create(request)}`)
  await expectMarks(page, ".recharts-bar-rectangle", 3)
  const bar = chartOf(page).locator(".recharts-bar-rectangle path").first()
  await expect(bar).toHaveAttribute("fill", "#4269d0")

  const calls = await apiCallsDuring(page, async () => {
    await page.getByRole("textbox", { name: "Colour" }).fill("#ff725c")
    await expect(bar).toHaveAttribute("fill", "#ff725c")
  })

  expect(calls).toEqual([])
  await expect(page).toHaveURL(/p\.color=%23ff725c/)
})

test("a query param runs the SQL with its value, and the address keeps it", async ({ page, request }) => {
  await page.goto(`/artifact?id=${await create(request)}`)
  await expectMarks(page, ".recharts-bar-rectangle", 3)

  const calls = await apiCallsDuring(page, async () => {
    await page.getByRole("spinbutton", { name: "Top" }).fill("2")
    await expectMarks(page, ".recharts-bar-rectangle", 2)
  })

  expect(calls).toEqual(["POST /api/query"])
  await page.reload()
  await expectMarks(page, ".recharts-bar-rectangle", 2)
  await expect(page.getByRole("spinbutton", { name: "Top" })).toHaveValue("2")
})

test("refresh runs the SQL again and leaves the code", async ({ page, request }) => {
  await page.goto(`/artifact?id=${await create(request)}`)
  await expectMarks(page, ".recharts-bar-rectangle", 3)
  const fetchedAt = () => page.locator("time[data-stale]").getAttribute("datetime")
  const before = await fetchedAt()

  const calls = await apiCallsDuring(page, async () => {
    await page.getByRole("button", { name: "Refresh" }).click()
    await expect.poll(fetchedAt).not.toBe(before)
  })

  expect(calls.map((call) => call.replace(/results\/[^/]+/, "results/KEY"))).toEqual(["POST /api/results/KEY/refresh"])
  await page.getByRole("tab", { name: "Code" }).click()
  await expect(page.getByRole("textbox", { name: "Code" })).toContainText("export default function Viz")
})

test("an edit of the code is a new version, and the old one can be restored", async ({ page, request }) => {
  await page.goto(`/artifact?id=${await create(request)}`)
  await expectMarks(page, ".recharts-bar-rectangle", 3)

  await page.getByRole("tab", { name: "Code" }).click()
  const editor = page.getByRole("textbox", { name: "Code" })
  await editor.click()
  await page.keyboard.press("Control+A")
  await page.keyboard.insertText("export default function Viz({ data, params }) {\n  return <p>edited {data.length}</p>\n}\n")
  await page.getByRole("button", { name: "Run" }).click()
  await page.getByRole("tab", { name: "Chart" }).click()
  await expect(chartOf(page).getByText("edited 3")).toBeVisible()

  await page.getByRole("button", { name: /^Version 2/ }).click()
  await page.getByRole("menuitemradio", { name: /^Version 1/ }).click()
  await expectMarks(page, ".recharts-bar-rectangle", 3)
  await page.getByRole("button", { name: "Restore it" }).click()
  await expect(page.getByRole("button", { name: /^Version 3/ })).toBeVisible()
})

test("code the validator refuses is named by its line and cannot be run", async ({ page, request }) => {
  await page.goto(`/artifact?id=${await create(request)}`)
  await page.getByRole("tab", { name: "Code" }).click()
  await page.getByRole("textbox", { name: "Code" }).click()
  await page.keyboard.press("Control+A")
  await page.keyboard.insertText("export default function Viz({ data, params }) {\n  return fetch('/api/catalog')\n}\n")

  await expect(page.getByText("Line 2", { exact: false }).first()).toBeVisible()
  await expect(page.getByRole("button", { name: "Run" })).toBeDisabled()
})

test("SQL that fails is not taken, SQL that runs is", async ({ page, request }) => {
  await page.goto(`/artifact?id=${await create(request)}`)
  await page.getByRole("tab", { name: "SQL" }).click()
  const card = page.getByRole("region", { name: "Query main" })
  const write = async (sql: string) => {
    await card.getByRole("textbox").click()
    await page.keyboard.press("Control+A")
    await page.keyboard.insertText(sql)
    await card.getByRole("button", { name: "Run" }).click()
  }

  await card.getByRole("button", { name: "Edit and run" }).click()
  await write("SELECT orrigin, 1 AS cars FROM cars")
  await expect(card.getByRole("alert")).toContainText("orrigin")
  await write("SELECT origin, count(*) AS cars FROM cars GROUP BY 1 ORDER BY 1 LIMIT 1")

  await expect(page.getByRole("button", { name: /^Version 2/ })).toBeVisible()
  await page.getByRole("tab", { name: "Chart" }).click()
  await expectMarks(page, ".recharts-bar-rectangle", 1)
})

test("a component that throws shows its boundary, and the app lives on", async ({ page, request }) => {
  const broken = "export default function Viz({ data, params }) {\n  const first = data.find(() => false)\n  return <p>{first.origin}</p>\n}\n"
  await page.goto(`/artifact?id=${await create(request, broken)}`)

  const panel = page.locator('[data-slot="preview-problem"]')
  await expect(panel).toContainText("The component failed")
  await expect(panel.locator("[aria-current]")).toContainText("first.origin")
  await page.getByRole("tab", { name: "Table" }).click()
  await expect(page.getByRole("cell", { name: "USA" })).toBeVisible()
  await page.goto(`/artifact?id=${await create(request)}`)
  await expectMarks(page, ".recharts-bar-rectangle", 3)
})

test("the table shows and copies what the query answered", async ({ page, request }) => {
  const { rows } = await query(request, SQL.replace("$top", "3"))
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"])
  await page.goto(`/artifact?id=${await create(request)}`)
  await page.getByRole("tab", { name: "Table" }).click()

  await expect(page.getByRole("cell")).toHaveText(rows.flat().map(String))
  await page.getByRole("button", { name: "Copy rows" }).click()

  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(["origin\tcars", ...rows.map((row) => row.join("\t"))].join("\n"))
})

test("an artifact that is not there is said in words", async ({ page }) => {
  await page.goto("/artifact?id=00000000-0000-0000-0000-000000000000")

  await expect(page.getByText("This chart is not on the server any more.")).toBeVisible()
})

test("a chart is saved as one HTML file, which draws it without the server", async ({ page, request, context }, info) => {
  await page.goto(`/artifact?id=${await create(request)}`)
  await expectMarks(page, ".recharts-bar-rectangle", 3)

  await page.getByRole("button", { name: "Share" }).click()
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: "Download HTML" }).click()])
  const file = info.outputPath(download.suggestedFilename())
  await download.saveAs(file)

  const saved = await context.newPage()
  const requests: string[] = []
  saved.on("request", (made) => requests.push(made.url()))
  await saved.goto(pathToFileURL(file).href)
  await expect(saved.frameLocator("iframe").locator(".recharts-bar-rectangle")).toHaveCount(3)
  await expect(saved.getByText(/^3 rows · .*data fetched at .* · made with Chartwright$/)).toBeVisible()
  expect(requests.filter((url) => !url.startsWith("file:") && url !== "about:srcdoc")).toEqual([])
  expect(file).toMatch(/cars-by-origin\.html$/i)

  await page.route("**/export-frame.json", (route) => route.abort())
  await page.getByRole("button", { name: "HTML saved" }).click()
  await page.getByRole("menuitem", { name: "Download HTML" }).click()
  await expect(page.getByRole("button", { name: "The export could not be made: the server did not send its frame." })).toBeVisible()
})

test("a chart is saved as a picture of what is seen", async ({ page, request }) => {
  await page.goto(`/artifact?id=${await create(request)}`)
  await expectMarks(page, ".recharts-bar-rectangle", 3)

  await page.getByRole("button", { name: "Share" }).click()
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: "Download PNG" }).click()])
  const bytes = Buffer.concat((await (await download.createReadStream()).toArray()) as Buffer[])

  expect(download.suggestedFilename()).toBe("cars-by-origin.png")
  const tick = await chartOf(page).locator("svg text").first().evaluate((text) => getComputedStyle(text).fill)
  const seen = await page.evaluate(async ([url, ink]) => {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height })
    const context = canvas.getContext("2d")
    context?.drawImage(image, 0, 0)
    const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] as number[] }
    const pixels = { "rgb(66, 105, 208)": 0, [ink]: 0 } as Record<string, number>
    for (let at = 0; at < data.length; at += 4) {
      const color = `rgb(${String(data[at])}, ${String(data[at + 1])}, ${String(data[at + 2])})`
      if (color in pixels) pixels[color] = (pixels[color] ?? 0) + 1
    }
    return { bars: pixels["rgb(66, 105, 208)"], ink: pixels[ink], width: image.width }
  }, [`data:image/png;base64,${bytes.toString("base64")}`, tick] as const)
  expect(seen.width).toBeGreaterThan(1_000)
  expect(seen.bars).toBeGreaterThan(10_000)
  expect(seen.ink, "what a stylesheet says of texts in a drawing").toBeGreaterThan(20)
})

test("a frame that cannot be reached says where it lives, and starts once it can", async ({ page, request }) => {
  test.setTimeout(120_000)
  const frames = /^http:\/\/r-[^/]+\.localhost/
  await page.route(frames, (route) => route.abort("namenotresolved"))
  await page.goto(`/artifact?id=${await create(request)}`)

  const panel = page.locator("[data-slot=preview-problem]")
  await expect(panel.getByRole("heading", { name: "The preview could not start" })).toBeVisible({ timeout: 60_000 })
  await expect(panel).toContainText(/It lives at r-\w+\.localhost:\d+: check that the server runs/)
  await page.unroute(frames)
  await panel.getByRole("button", { name: "Reload view" }).click()

  await expectMarks(page, ".recharts-bar-rectangle", 3)
})
