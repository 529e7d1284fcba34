/** A bar chart as the analyst writes one; `round` makes each text its own. */
export const chart = (round) => `import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts"

export default function Viz({ data, params }) {
  const rows = data.map((row) => ({ ...row, round: ${round} }))
  return (
    <ResponsiveContainer width="100%" height={280}>
      <BarChart data={rows}>
        <CartesianGrid vertical={false} />
        <XAxis dataKey="region" />
        <YAxis />
        <Tooltip />
        <Bar dataKey="total" fill={params.color ?? "#2563eb"} isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  )
}
`

const part = (index) => `function Part${index}({ rows, label }) {
  const total = rows.reduce((sum, { total }) => sum + total, ${index})
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="rounded-md border p-2" aria-label={label}>
      <button type="button" onClick={() => setOpen(!isOpen)}>{isOpen ? "Less" : "More"}</button>
      {isOpen && <p className="text-sm">{label}: {total.toLocaleString("en-US")}</p>}
    </section>
  )
}
`

/** A component of about so many lines. */
export function component(lines) {
  const parts = Array.from({ length: Math.round((lines - 8) / 11) }, (_, index) => index)
  return `import { useState } from "react"

${parts.map(part).join("\n")}
export default function Viz({ data }) {
  return <div>${parts.map((index) => `<Part${index} rows={data} label="Part ${index}" />`).join("")}</div>
}
`
}
