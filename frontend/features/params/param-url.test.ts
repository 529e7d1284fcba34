import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { normaliseParams } from "./param-types"
import { MAX_PARAM_CHARS, readUrlParams, writeUrlParams } from "./param-url"

const definitions = normaliseParams({
  top: { type: "number", default: 5 },
  title: { type: "text", default: "" },
  log: { type: "boolean", default: false },
  color: { type: "color", default: "#4269d0" },
  tags: { type: "multiselect", default: [], options: ["a", "b&c", "d=e"] },
  period: { type: "dateRange", default: ["2017-01-01", "2017-12-31"] },
})

describe("the address", () => {
  it("carries every changed value there and back", () => {
    fc.assert(
      fc.property(
        fc.record({
          top: fc.integer(),
          title: fc.string({ maxLength: 60 }),
          log: fc.boolean(),
          tags: fc.subarray(["a", "b&c", "d=e"]),
        }),
        (values) => {
          const search = writeUrlParams("?id=42&p.old=1", definitions, values)

          expect(new URLSearchParams(search).get("id")).toBe("42")
          expect({ top: 5, title: "", log: false, tags: [], ...readUrlParams(search, definitions) }).toEqual(values)
        },
      ),
    )
  })

  it("says nothing about defaults", () => {
    expect(writeUrlParams("?id=42", definitions, { top: 5, log: false })).toBe("?id=42")
    expect(writeUrlParams("", definitions, {})).toBe("")
  })

  it("leaves out all values when they would not fit", () => {
    const search = writeUrlParams("?id=42", definitions, { title: "x".repeat(MAX_PARAM_CHARS), top: 6 })

    expect(search).toBe("?id=42")
  })

  it("ignores values that do not fit their declaration", () => {
    const search = "?p.top=many&p.color=red&p.tags=%7B&p.period=%5B%22now%22%5D&p.log=yes&p.__proto__=1"

    expect(readUrlParams(search, definitions)).toEqual({})
  })
})
