import { describe, expect, it } from "vitest"
import { axisOf } from "./drawn-axis"

const columns = [
  { name: "price", type: "DECIMAL(18,2)" },
  { name: "city", type: "VARCHAR" },
  { name: "built", type: "DATE" },
]

describe("axisOf", () => {
  it.each([
    ['<XAxis type="number" dataKey="price" />', "price"],
    ["<XAxis\n  dataKey={'built'} tickLine={false} />", "built"],
    ['<XAxis dataKey={"price"} /><XAxis dataKey="price" hide />', "price"],
  ])("finds the column that %s names", (code, name) => expect(axisOf(code, columns)).toBe(name))

  it.each([
    '<XAxis dataKey="city" />', // no order along a text
    '<XAxis dataKey="total" />', // computed
    '<XAxis dataKey="price" /><XAxis dataKey="built" />',
    '<BarChart layout="vertical"><XAxis type="number" dataKey="price" /></BarChart>',
    "<XAxis dataKey={(row) => row.price} />",
    '<YAxis dataKey="price" />',
    "",
  ])("leaves %j to the server", (code) => expect(axisOf(code, columns)).toBeNull())

  it("takes no time over code that is made to be slow", () => {
    expect(axisOf("<XAxis ".repeat(15_000), columns)).toBeNull()
  })
})
