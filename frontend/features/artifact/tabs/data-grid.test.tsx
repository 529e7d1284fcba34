// @vitest-environment happy-dom
import { cleanup, render, screen, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { DataGrid } from "./data-grid"

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(800)
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

function renderGrid(width: number, height: number) {
  const columns = Array.from({ length: width }, (_, at) => ({ name: `m${String(at)}`, type: "BIGINT" }))
  const rows = Array.from({ length: height }, (_, row) => columns.map((_, at) => row * 10_000 + at))
  render(<DataGrid label="Rows" result={{ columns, rows }} positions={rows.map((_, at) => at)} />)
  return screen.getByRole("table", { name: "Rows" })
}

it("draws all of a few columns", () => {
  const table = renderGrid(40, 2)

  expect(within(table).getAllByRole("columnheader")).toHaveLength(40)
  expect(within(table).getAllByRole("cell").at(-1)?.textContent).toBe("10,039")
})

it("draws only the columns in sight of a wide table, and says how many there are", () => {
  const table = renderGrid(5_000, 300)

  const headers = within(table).getAllByRole("columnheader")
  expect(headers.length).toBeLessThan(30)
  expect(headers.map((header) => header.getAttribute("aria-colindex"))).toEqual(headers.map((_, at) => String(at + 1)))
  expect(table.getAttribute("aria-colcount")).toBe("5000")
  expect(within(table).getAllByRole("cell").length).toBeLessThan(30 * 50)
  expect(Number.parseInt(table.style.width)).toBeGreaterThanOrEqual(5_000 * 72)
})
