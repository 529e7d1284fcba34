import { describe, expect, it } from "vitest"
import { previewOf } from "../testing/fixtures"
import { choicesOf, draftsOf, freeNameOf, obstacleOf, type TableDraft } from "./review"

const preview = previewOf("p1", ["sales", "costs"])
const drafts = draftsOf(preview)
const changed = (index: number, fields: Partial<TableDraft>) => drafts.map((draft, at) => (at === index ? { ...draft, ...fields } : draft))

describe("obstacleOf", () => {
  it.each([
    ["nothing is in the way", drafts, [], null],
    ["no table is chosen", drafts.map((draft) => ({ ...draft, isKept: false })), [], "Choose at least one table."],
    ["a name is empty", changed(0, { name: " " }), [], "Every table needs a name."],
    ["no column is left", changed(0, { columns: [] }), [], "Every table needs a column."],
    ["two names become one", changed(0, { name: "Costs!" }), [], "Two tables are called “costs”."],
    ["a name is taken", changed(0, { name: "My Sales" }), ["my_sales"], "A name is taken: replace the table, or choose another name."],
    ["a name is to be replaced", changed(0, { replace: true }), ["sales"], null],
    ["the taken one is left out", changed(0, { isKept: false }), ["sales"], null],
  ])("%s", (_, given, taken, expected) => {
    expect(obstacleOf(given, taken)).toBe(expected)
  })
})

it("sends what is kept, with names that were emptied as they were", () => {
  const edited = changed(0, { isKept: false }).map((draft) => ({ ...draft, columns: draft.columns.map((column, at) => (at === 0 ? { ...column, name: "" } : { ...column, isKept: false })) }))

  expect(choicesOf(edited)).toEqual([{ table: 1, name: "costs", replace: false, columns: [{ column: "zip", name: "zip", type: "BIGINT" }] }])
})

it("finds a name that nobody has", () => {
  const [sales] = preview.tables
  expect(sales && [freeNameOf(sales, []), freeNameOf(sales, ["sales", "sales_2"])]).toEqual(["sales", "sales_3"])
})
