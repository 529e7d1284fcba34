// expects: Legend | EU
// data: sales
import { Bar, ComposedChart, Legend, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis, LabelList, Cell } from "recharts"

const COLORS = ["#4269d0", "#efb118", "#ff725c"]

const CustomTooltip = ({ active, payload, label }) => {
  if (!active || !payload?.length) return null
  return <div className="rounded border bg-popover p-2">{label}: {payload[0].value}</div>
}

export default function Viz({ data }) {
  return (
    <div>
      <p>Legend</p>
      <ResponsiveContainer width="100%" height={320}>
        <ComposedChart data={data}>
          <XAxis dataKey="region" tickFormatter={(value) => String(value)} />
          <YAxis domain={[0, "auto"]} />
          <Tooltip content={<CustomTooltip />} />
          <Legend />
          <ReferenceLine y={20} strokeDasharray="3 3" />
          <Bar dataKey="total">
            {data.map((row, index) => (
              <Cell key={row.month + index} fill={COLORS[index % COLORS.length]} />
            ))}
            <LabelList dataKey="total" position="top" />
          </Bar>
          <Line dataKey="orders" dot={{ r: 2 }} />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  )
}
