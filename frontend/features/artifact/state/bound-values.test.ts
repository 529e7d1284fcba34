import { describe, expect, it } from "vitest"
import { normaliseParams } from "@/features/params"
import { bindValues, placeholdersOf } from "./bound-values"

describe("placeholdersOf", () => {
  it("finds each name once and none inside text, names or comments", () => {
    const sql = `SELECT '$no', "$no", $top -- $no
      /* $no */ FROM t WHERE price > $min AND name <> 'it''s $no' LIMIT $top`

    expect(placeholdersOf(sql)).toEqual(["top", "min"])
  })
})

describe("bindValues", () => {
  const params = normaliseParams({
    top: { type: "number", default: 5, scope: "query" },
    period: { type: "dateRange", default: ["2017-01-01", "2017-12-31"], scope: "query" },
  })

  it("takes set values, defaults, ends of a range and what was bound before", () => {
    const sql = "SELECT * FROM t WHERE d BETWEEN $period_from AND $period_to AND region = $region LIMIT $top"

    expect(bindValues(sql, params, { period: ["2017-02-01", "2017-03-01"] }, { region: "North", old: 1 })).toEqual({
      period_from: "2017-02-01",
      period_to: "2017-03-01",
      region: "North",
      top: 5,
    })
  })

  it("binds a range whole where the statement asks for it", () => {
    expect(bindValues("SELECT $period[1]", params, {}, {})).toEqual({ period: ["2017-01-01", "2017-12-31"] })
  })
})
