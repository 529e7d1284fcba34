import { expect, it } from "vitest"

import { validateCode } from "./codeValidator"

const withParams = (literal: string) => `export const params = ${literal}\nexport default function Viz({ data, params }) { return null }`

it("reads every type from the literal without running it", () => {
  const { ok, params } = validateCode(
    withParams(`{
    top: { type: "number", label: "Top", default: -5, min: -10, max: 10, step: 0.5 },
    title: { type: "text", default: \`Sales\` },
    stacked: { type: "boolean", default: true },
    metric: { type: "select", options: ["net", { value: "gross", label: "Gross" }], default: "gross" },
    regions: { type: "multiselect", options: ["EU", "US"], default: [] },
    color: { type: "color", default: "#2563eb" },
    from: { type: "date", default: "2024-01-31", scope: "query" },
    span: { type: "dateRange", default: ["2024-01-01", "2024-12-31"], scope: "view", description: "Days shown" },
  } as const satisfies Record<string, unknown>`),
  )

  expect(ok).toBe(true)
  expect(params).toEqual({
    top: { type: "number", label: "Top", default: -5, min: -10, max: 10, step: 0.5 },
    title: { type: "text", default: "Sales" },
    stacked: { type: "boolean", default: true },
    metric: { type: "select", options: ["net", { value: "gross", label: "Gross" }], default: "gross" },
    regions: { type: "multiselect", options: ["EU", "US"], default: [] },
    color: { type: "color", default: "#2563eb" },
    from: { type: "date", default: "2024-01-31", scope: "query" },
    span: { type: "dateRange", default: ["2024-01-01", "2024-12-31"], scope: "view", description: "Days shown" },
  })
})

it.each([
  ["a call", `{ a: { type: "number", default: Math.random() } }`],
  ["a name", `{ a: { type: "number", default: b } }`],
  ["a spread", `{ ...base }`],
  ["a computed name", `{ ["a"]: { type: "number", default: 1 } }`],
  ["an unknown type", `{ a: { type: "slider", default: 1 } }`],
  ["no default", `{ a: { type: "number" } }`],
  ["a default of another type", `{ a: { type: "number", default: "1" } }`],
  ["a default outside the options", `{ a: { type: "select", options: ["x"], default: "y" } }`],
  ["no options", `{ a: { type: "select", default: "y" } }`],
  ["an unknown field", `{ a: { type: "number", default: 1, onChange: 2 } }`],
  ["an impossible date", `{ a: { type: "date", default: "2024-13-45" } }`],
  ["an unknown scope", `{ a: { type: "number", default: 1, scope: "global" } }`],
  ["a prototype", `{ a: { type: "number", default: 1, __proto__: {} } }`],
  ["not an object", `[]`],
])("refuses %s", (_what, literal) => {
  expect(validateCode(withParams(literal)).diagnostics.map((item) => item.code)).toContain("invalid_params")
})

it("gives no params when none are declared", () => {
  expect(validateCode("export default function Viz({ data }) { return null }")).toEqual({ ok: true, diagnostics: [] })
})
