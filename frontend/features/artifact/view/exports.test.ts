import { describe, expect, it } from "vitest"
import { fileNameOf, toCsv, toTsv } from "./exports"
import { rowObjects } from "./row-objects"
import { resultOfQuery } from "../state/artifact-view"

const result = {
  columns: [{ name: "name", type: "VARCHAR" }, { name: "net, total", type: "BIGINT" }],
  rows: [['say "hi"\nthere', 1234567], [null, "9223372036854775807"], [["a"], false]],
}

describe("exports", () => {
  it("quote what CSV needs quoted and round nothing", () => {
    expect(toCsv(result)).toBe('name,"net, total"\r\n"say ""hi""\nthere",1234567\r\n,9223372036854775807\r\n"[""a""]",false\r\n')
  })

  it("hand a spreadsheet no formula", () => {
    const columns = [{ name: "=a", type: "VARCHAR" }, { name: "n", type: "BIGINT" }]

    expect(toCsv({ columns, rows: [["=1+1", -5], ["-2.5", 1], ["@x", 2]] })).toBe("'=a,n\r\n'=1+1,-5\r\n-2.5,1\r\n'@x,2\r\n")
  })

  it("keep one line a row in TSV", () => {
    expect(toTsv(result)).toBe('name\tnet, total\nsay "hi" there\t1234567\n\t9223372036854775807\n["a"]\tfalse')
  })

  it("name files after titles", () => {
    expect(["Total sales by région (2017)", "…"].map(fileNameOf)).toEqual(["total-sales-by-region-2017", "chart"])
  })
})

describe("rowObjects", () => {
  it("keeps both of two columns of one name, and is made once", () => {
    const twins = { ...resultOfQuery({ name: "main", sql: "", columns: [] }), columns: [{ name: "a", type: "INT" }, { name: "a", type: "INT" }], rows: [[1, 2]] }

    expect(rowObjects(twins)).toEqual([{ a: 1, a_1: 2 }])
    expect(rowObjects(twins)).toBe(rowObjects({ ...twins }))
  })
})
