import { expect, it } from "vitest"

import { maxRows } from "@/lib/sandbox/row-limits"
import { capRows } from "./cap-rows"

it("keeps the array when all rows fit", () => {
  const rows = [{ a: 1 }, { a: 2n }]

  expect(capRows(rows)).toEqual({ rows, total: 2, isCapped: false })
  expect(capRows(rows).rows).toBe(rows)
})

it("cuts by count and by bytes", () => {
  expect(capRows(Array.from({ length: maxRows + 1 }, (_, n) => ({ n }))).rows).toHaveLength(maxRows)

  const wide = Array.from({ length: 10 }, () => ({ text: "x".repeat(500_000) }))
  expect(capRows(wide)).toEqual({ rows: wide.slice(0, 4), total: 10, isCapped: true })
})
