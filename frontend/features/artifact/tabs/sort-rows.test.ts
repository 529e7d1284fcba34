import { expect, it } from "vitest"
import { nextSort, sortedPositions } from "./sort-rows"

const columns = [{ name: "n", type: "HUGEINT" }, { name: "t", type: "VARCHAR" }]
const rows = [["9007199254740993", "b10"], [2, "a"], ["9007199254740992", "B2"], [null, null]]

it("sorts numbers exactly and text as people do, NULLs last", () => {
  expect(sortedPositions({ columns, rows }, { column: 0, isDescending: false })).toEqual([1, 2, 0, 3])
  expect(sortedPositions({ columns, rows }, { column: 0, isDescending: true })).toEqual([0, 2, 1, 3])
  expect(sortedPositions({ columns, rows }, { column: 1, isDescending: false })).toEqual([1, 2, 0, 3])
  expect(sortedPositions({ columns, rows }, null)).toEqual([0, 1, 2, 3])
})

it("comes back to the order of the statement", () => {
  const first = nextSort(null, 1)
  const second = nextSort(first, 1)

  expect([first, second, nextSort(second, 1)]).toEqual([{ column: 1, isDescending: false }, { column: 1, isDescending: true }, null])
})
