// expects: Radial and funnel | Funnel total: 100
// data: sales
import * as React from "react"
import * as Recharts from "recharts"
const { RadialBarChart, RadialBar, FunnelChart, Funnel, LabelList, ResponsiveContainer, PolarAngleAxis, Tooltip } = Recharts

const COLORS = ["#8884d8", "#83a6ed", "#8dd1e1", "#82ca9d"] as const

export default function Viz({ data = [] }) {
  const rows = React.useMemo(() => [...data].sort((a, b) => b.total - a.total).map((d, i) => ({ name: `${d.region} ${d.month}`, value: d.total, fill: COLORS[i % COLORS.length] })), [data])
  return (
    <section className="grid grid-cols-2 gap-4">
      <h1 className="col-span-2 text-xl">Radial and funnel</h1>
      <div style={{ height: 260 }}>
        <ResponsiveContainer>
          <RadialBarChart innerRadius="20%" outerRadius="90%" data={rows} startAngle={180} endAngle={0}>
            <PolarAngleAxis type="number" domain={[0, 50]} tick={false} />
            <RadialBar dataKey="value" background label={{ position: "insideStart", fill: "#fff" }} />
            <Tooltip />
          </RadialBarChart>
        </ResponsiveContainer>
      </div>
      <div style={{ height: 260 }}>
        <ResponsiveContainer>
          <FunnelChart>
            <Tooltip />
            <Funnel dataKey="value" data={rows} isAnimationActive={false}><LabelList position="right" dataKey="name" stroke="none" /></Funnel>
          </FunnelChart>
        </ResponsiveContainer>
      </div>
      <p className="col-span-2">Funnel total: {rows.reduce((acc, r) => acc + r.value, 0)}</p>
    </section>
  )
}
