import { describe, expect, it } from "vitest"
import { decimalsOf, formatAge, formatCell, formatNumber } from "./format"

describe("formats", () => {
  it("ages in one unit", () => {
    expect([0, 1999, 12_000, 61_000, 7_200_000, 86_400_000, 200_000_000].map(formatAge)).toEqual(["now", "now", "12 s ago", "1 min ago", "2 h ago", "1 day ago", "2 days ago"])
  })

  it("numbers of a column with as many decimals as the one that needs most", () => {
    expect(decimalsOf([3981107.73, 2787346.1, null])).toBe(2)
    expect(decimalsOf([1, 2])).toBe(0)
    expect(decimalsOf([0.1 + 0.2, 1e-9, 1 / 3])).toBe(4)
    expect(formatNumber(2787346.1, 2)).toBe("2,787,346.10")
  })

  it("cells of every kind", () => {
    const cells = [null, 1234567.5, "9223372036854775807", "2017-01-01T00:00:00", "2017-01-01T10:00:00", true, [1, "a"], 0, ""]

    expect(cells.map(formatCell)).toEqual([null, "1,234,567.5", "9223372036854775807", "2017-01-01", "2017-01-01T10:00:00", "true", '[1,"a"]', "0", ""])
  })
})
