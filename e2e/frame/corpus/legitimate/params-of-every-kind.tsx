// expects: top 5 | label Sales | stacked true | 2024-01-01 to 2024-12-31 | EU+US
// data: sales
export const params = {
  top: { type: "number", label: "Top", default: 5, min: 1, max: 20, step: 1 },
  label: { type: "text", default: "Sales" },
  stacked: { type: "boolean", default: true },
  metric: { type: "select", options: [{ value: "total", label: "Total" }, { value: "orders", label: "Orders" }], default: "total" },
  regions: { type: "multiselect", options: ["EU", "US"], default: ["EU", "US"] },
  color: { type: "color", default: "#4269d0" },
  from: { type: "date", default: "2024-01-01", scope: "query" },
  span: { type: "dateRange", default: ["2024-01-01", "2024-12-31"] },
} as const

export default function Viz({ data, params }) {
  return (
    <div style={{ color: params.color }}>
      top {params.top} label {params.label} stacked {String(params.stacked)} {params.span.join(" to ")} {params.regions.join("+")} {params.metric} {params.from} {data.length}
    </div>
  )
}
