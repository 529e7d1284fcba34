// expects: EU 10 | US 20
// data: sales
export const params = { metric: { type: "select", label: "Metric", options: ["total", "orders"], default: "total" }, dimension: { type: "select", options: ["region", "month"], default: "region" } }

export default function Viz({ data, params }) {
  return data.slice(0, 2).map((row) => (
    <p key={row[params.dimension]}>
      {row[params.dimension]} {row[params.metric]}
    </p>
  ))
}
