// expects: Monthly sales | 2017-03
// data: sales
import React from "react"
import { Line, LineChart, ResponsiveContainer, XAxis, YAxis, Tooltip } from "recharts"

type Row = { month: string; total: number }

export default function Viz({ data }: { data: Row[] }) {
  const rows = React.useMemo(() => [...data].sort((a, b) => a.month.localeCompare(b.month)), [data])
  return (
    <section>
      <h2>Monthly sales</h2>
      <ResponsiveContainer width="100%" height={280}>
        <LineChart data={rows}>
          <XAxis dataKey="month" interval={0} />
          <YAxis width={60} />
          <Tooltip />
          <Line type="linear" dataKey="total" dot={false} stroke="var(--chart-1)" />
        </LineChart>
      </ResponsiveContainer>
    </section>
  )
}
