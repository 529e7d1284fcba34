import { describe, expect, it } from "vitest"
import { normaliseParams } from "./param-types"
import { changedValues, effectiveValues } from "./param-values"

const definitions = normaliseParams({
  top: { type: "number", default: 5, min: 1, max: 10 },
  color: { type: "color", default: "#4269d0" },
  region: { type: "select", default: "North", options: ["North", { value: "S", label: "South" }], scope: "query" },
  tags: { type: "multiselect", default: [], options: ["a", "b"] },
  period: { type: "dateRange", default: ["2017-01-01", "2017-12-31"] },
  open: { type: "dateRange", default: ["", ""] },
})

describe("normaliseParams", () => {
  it("drops what no control can be drawn for and names the rest", () => {
    const checked = normaliseParams({ minOrders: { type: "number" }, odd: { type: "file" }, pick: { type: "select", options: [] }, no: 3 })

    expect(checked).toEqual({ minOrders: { type: "number", label: "Min orders", default: 0, scope: "view", options: [] } })
  })

  it("answers an empty set for anything but an object", () => {
    expect([null, [], "x", 3].map(normaliseParams)).toEqual([{}, {}, {}, {}])
  })
})

describe("effectiveValues", () => {
  it("keeps a value that fits, clamps a number and falls back to the default", () => {
    expect(effectiveValues(definitions, { top: 99, color: "red", region: "S", tags: ["b", "z"] })).toEqual({
      top: 10,
      color: "#4269d0",
      region: "S",
      tags: ["b"],
      period: ["2017-01-01", "2017-12-31"],
      open: ["", ""],
    })
  })

  it("puts the earlier date first and leaves an end open only where the default does", () => {
    const values = effectiveValues(definitions, { period: ["2017-06-01", "2017-02-01"], open: ["2017-02-01", ""] })

    expect(values).toMatchObject({ period: ["2017-02-01", "2017-06-01"], open: ["2017-02-01", ""] })
    expect(effectiveValues(definitions, { period: ["", "2017-02-01"] }).period).toEqual(["2017-01-01", "2017-12-31"])
  })
})

describe("changedValues", () => {
  it("leaves out what equals its default and what is not declared", () => {
    expect(changedValues(definitions, { top: 5, period: ["2017-01-01", "2017-12-31"], color: "#000000", gone: 1 })).toEqual({ color: "#000000" })
  })
})
