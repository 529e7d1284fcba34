import { describe, expect, it } from "vitest"
import { resultOfQuery } from "./artifact-view"
import { describeContractChange } from "./contract-change"
import type { ResultColumn } from "@/lib/contracts/events.gen"

const contract = [{ name: "region", type: "VARCHAR" }, { name: "net", type: "DECIMAL(18,2)" }]
const refreshed = (columns: readonly ResultColumn[], name = "main") => ({
  ...resultOfQuery({ name, sql: "SELECT 1", columns: contract }),
  columns,
})

describe("describeContractChange", () => {
  it("is silent when every column is there in its kind", () => {
    const columns = [{ name: "net", type: "DOUBLE" }, { name: "region", type: "VARCHAR" }, { name: "extra", type: "DATE" }]

    expect(describeContractChange(refreshed(columns), 3)).toBeNull()
  })

  it("names the column that is gone and a way back", () => {
    expect(describeContractChange(refreshed([{ name: "region", type: "VARCHAR" }]), 3)).toBe(
      "The column “net” is gone from the data. Edit the SQL or go back to version 2.",
    )
  })

  it("names a column whose kind changed", () => {
    const columns = [{ name: "region", type: "VARCHAR" }, { name: "net", type: "VARCHAR" }]

    expect(describeContractChange(refreshed(columns, "by_month"), 1)).toBe(
      "The column “net” of the result “by_month” changed from DECIMAL(18,2) to VARCHAR. Edit the SQL or ask again.",
    )
  })
})
