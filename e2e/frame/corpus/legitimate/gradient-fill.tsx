// expects: gradient
// data: sales
import { Area, AreaChart, ResponsiveContainer, XAxis } from "recharts"

export default function Viz({ data }) {
  const id = "grad-" + data.length
  return (
    <div>
      <p>gradient</p>
      <ResponsiveContainer width="100%" height={200}>
        <AreaChart data={data}>
          <defs>
            <linearGradient id={id} x1="0" y1="0" x2="0" y2="1">
              <stop offset="5%" stopColor="#4269d0" stopOpacity={0.8} />
              <stop offset="95%" stopColor="#4269d0" stopOpacity={0} />
            </linearGradient>
          </defs>
          <XAxis dataKey="region" />
          <Area dataKey="total" fill={`url(#${id})`} stroke="#4269d0" />
        </AreaChart>
      </ResponsiveContainer>
    </div>
  )
}
