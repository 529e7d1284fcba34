import { expect, it } from "vitest"
import { findAttribute } from "./fence"

it.each([
  ['tsx title="Total sales by region"', "Total sales by region"],
  ["tsx title='A' version=2", "A"],
  ["tsx TITLE=Sales", "Sales"],
  ["tsx subtitle=\"no\"", null],
  ["tsx", null],
])("reads the title of %s", (info, title) => {
  expect(findAttribute(info, "title")).toBe(title)
})
