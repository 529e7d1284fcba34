// @vitest-environment happy-dom
import { cleanup, render, screen, within } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { useState } from "react"
import { afterEach, expect, it } from "vitest"
import { DataPage } from "./data-page"
import type { DataApi } from "./state/catalog-types"
import { createDataStore } from "./state/data-store"
import { columnOf, previewOf, tableOf } from "./testing/fixtures"
import { UploadTray } from "./upload/upload-tray"

afterEach(cleanup)

const ORDERS = tableOf("orders", {
  rowCount: 50_000,
  isSample: true,
  source: "Made for this product, CC0",
  primaryKey: ["id"],
  columns: [
    columnOf("id", "BIGINT", { role: "key" }),
    columnOf("region", "VARCHAR", { role: "category", profile: { min: "East", max: "West", distinctCount: 4, nullCount: 2, topValues: [{ value: "North", count: 9 }, { value: "East", count: 5 }] } }),
    columnOf("net", "DOUBLE", { role: "measure", unit: "USD", profile: { min: "0.5", max: "99", distinctCount: 120, nullCount: 0, topValues: [] } }),
  ],
})
const OWN = tableOf("my_notes")

function renderPage(answers: Partial<DataApi> = {}) {
  const asked: string[] = []
  const removed: string[] = []
  let next = 0
  const store = createDataStore({
    newId: () => `u${String(++next)}`,
    api: {
      catalog: async () => ({ dataVersion: "v1", suggestions: [], tables: [OWN, ORDERS] }),
      sample: async () => ({ columns: [{ name: "region", type: "VARCHAR" }], rows: [["North"], [null]] }),
      preview: async () => previewOf("p1", ["orders"]),
      commit: async () => [ORDERS],
      discard: async () => undefined,
      describe: async () => ORDERS,
      dependents: async () => ({ templates: [], charts: [], tables: [], isComplete: true }),
      remove: async (name) => void removed.push(name),
      ...answers,
    },
  })
  function Harness() {
    const [selected, setSelected] = useState<string | null>("orders")
    return (
      <>
        <DataPage store={store} selected={selected} onSelect={setSelected} onAsk={(question) => asked.push(question)} />
        <UploadTray store={store} onAsk={(question) => asked.push(question)} />
      </>
    )
  }
  render(<Harness />)
  return { asked, removed, user: userEvent.setup() }
}

it("shows what a table holds", async () => {
  renderPage()
  const detail = await screen.findByRole("article", { name: "orders" })

  expect(within(detail).getByText("50,000 rows · 3 columns")).toBeTruthy()
  expect(within(detail).getByText("Made for this product, CC0")).toBeTruthy()
  const cells = within(detail).getAllByRole("row").map((row) => within(row).queryAllByRole("cell").map((cell) => cell.textContent))
  expect(cells.slice(1)).toEqual([
    ["id", "BIGINT", "Primary key", "", "0", "0", ""],
    ["region", "VARCHAR", "Category", "North, East", "4", "2", ""],
    ["netUSD", "DOUBLE", "Measure", "0.5 – 99", "120", "0", ""],
  ])
})

it("loads the first rows when they are asked for", async () => {
  const { user } = renderPage()

  await user.click(await screen.findByRole("tab", { name: "First rows" }))

  expect(await screen.findByRole("table", { name: "First rows of orders" })).toBeTruthy()
})

it("asks a question about the table", async () => {
  const { asked, user } = renderPage()

  await user.click(await screen.findByRole("button", { name: "total net by region in orders" }))

  expect(asked).toEqual(["total net by region in orders"])
})

it("takes the owner's words for a column", async () => {
  const said: unknown[] = []
  const { user } = renderPage({
    describe: async (table, column, words) => {
      said.push([table, column, words])
      return { ...ORDERS, description: "Saved" }
    },
  })

  await user.click(await screen.findByRole("button", { name: "Describe net" }))
  const dialog = await screen.findByRole("dialog", { name: "Describe “net”" })
  await user.type(within(dialog).getByRole("textbox", { name: "What it holds" }), "After rebates")
  await user.type(within(dialog).getByRole("textbox", { name: /^Other names/ }), "turnover, , revenue ")
  await user.click(within(dialog).getByRole("button", { name: "Save" }))

  expect(await screen.findByText("Saved")).toBeTruthy()
  expect(screen.queryByRole("dialog")).toBeNull()
  expect(said).toEqual([["orders", "net", { description: "After rebates", unit: "USD", synonyms: ["turnover", "revenue"] }]])
})

it("finds tables by their columns", async () => {
  const { user } = renderPage()

  await user.type(await screen.findByRole("searchbox", { name: "Find a table or column" }), "regi")

  const list = screen.getByRole("navigation", { name: "Tables" })
  expect(within(list).getAllByRole("button").map((button) => button.textContent)).toEqual(["orders50,000"])
})

it("lists a hundred columns of a wide table, more when asked, and finds any", async () => {
  const wide = tableOf("orders", { columns: Array.from({ length: 250 }, (_, at) => columnOf(`m${String(at)}`, "DOUBLE", at === 249 ? { synonyms: ["last"] } : {})) })
  const { user } = renderPage({ catalog: async () => ({ dataVersion: "v1", suggestions: [], tables: [wide] }) })
  const columns = await screen.findByRole("region", { name: "Columns" })
  const names = () => within(screen.getByRole("region", { name: "Columns" })).getAllByRole("row").slice(1).map((row) => row.querySelector("td")?.firstChild?.textContent)
  expect(within(columns).getAllByRole("row")).toHaveLength(101)
  expect(screen.getByText("150 columns not shown")).toBeTruthy()

  await user.click(screen.getByRole("button", { name: "Show 100 more" }))
  await user.click(screen.getByRole("button", { name: "Show 50 more" }))
  expect(names()).toHaveLength(250)

  const search = screen.getByRole("searchbox", { name: "Find one of 250 columns" })
  await user.type(search, "LAST")
  expect(names()).toEqual(["m249"])

  await user.type(search, "!")
  expect(screen.getByText("No column is called “LAST!”.")).toBeTruthy()
})

it("deletes only what was uploaded, names what reads it, and asks first", async () => {
  const { removed, user } = renderPage({
    dependents: async (table) => ({
      templates: [{ id: "t", name: `Weekly ${table}` }],
      charts: ["a", "b", "c", "d", "e", "f", "g"].map((title) => ({ id: title, title, conversationId: "c" })),
      tables: [],
      isComplete: false,
    }),
  })
  await screen.findByRole("article", { name: "orders" })
  expect(screen.queryByRole("button", { name: "Delete" })).toBeNull()

  await user.click(screen.getByRole("button", { name: /^my_notes/ }))
  await user.click(await screen.findByRole("button", { name: "Delete" }))
  const needs = await screen.findByRole("list", { name: "What needs my_notes" })
  expect(within(needs).getAllByRole("listitem").map((item) => item.textContent)).toEqual(["1 template Weekly my_notes", "7 charts a, b, c, d, e and 2 more", "There may be more."])
  await user.click(await screen.findByRole("button", { name: "Delete table" }))

  expect(removed).toEqual(["my_notes"])
})

it("shows what is in a file, takes corrections, and asks about a name that is taken", async () => {
  const sent: unknown[] = []
  const { asked, user } = renderPage({
    commit: async (preview, tables) => {
      sent.push([preview, tables])
      return [ORDERS]
    },
  })
  await screen.findByRole("article", { name: "orders" })

  await user.upload(screen.getByLabelText("Choose files", { selector: "input" }), new File(["a\n1\n"], "orders.csv"))
  const dialog = await screen.findByRole("dialog", { name: "Add a table" })
  expect(within(dialog).getAllByRole("cell").map((cell) => cell.textContent)).toEqual(["123", "2024-01-31", "7", "(none)"])
  expect(within(dialog).getByRole("button", { name: "Add table" })).toHaveProperty("disabled", true)
  await user.click(within(dialog).getByRole("checkbox", { name: "Replace the table of that name" }))
  expect(await within(dialog).findByText("No template, no chart and no other table needs it.")).toBeTruthy()
  await user.click(within(dialog).getByRole("checkbox", { name: "Replace the table of that name" }))
  await user.click(within(dialog).getByRole("button", { name: "Name it orders_2" }))
  const name = within(dialog).getByRole("textbox", { name: "Name of column ZIP" })
  await user.clear(name)
  await user.type(name, "postcode")
  await user.click(within(dialog).getByRole("checkbox", { name: "Add column Sold on" }))
  await user.click(within(dialog).getByRole("button", { name: "Add table" }))

  const tray = screen.getByRole("region", { name: "Uploads" })
  expect(await within(tray).findByText("orders: 50,000 rows × 3 columns")).toBeTruthy()
  expect(sent).toEqual([["p1", [{ table: 0, name: "orders_2", replace: false, columns: [{ column: "zip", name: "postcode", type: "BIGINT" }] }]]])
  await user.click(within(tray).getByRole("button", { name: "average net by region in orders" }))
  expect(asked).toEqual(["average net by region in orders"])
})
