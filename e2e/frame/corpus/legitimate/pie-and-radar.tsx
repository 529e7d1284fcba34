// expects: Shares
// data: sales
import { Pie, PieChart, PolarAngleAxis, PolarGrid, Radar, RadarChart, ResponsiveContainer, Scatter, ScatterChart, Treemap, XAxis, YAxis } from "recharts"

export default function Viz({ data }) {
  return (
    <div>
      <h3>Shares</h3>
      <PieChart width={200} height={200}>
        <Pie data={data} dataKey="total" nameKey="region" innerRadius={40} />
      </PieChart>
      <RadarChart width={240} height={200} data={data}>
        <PolarGrid />
        <PolarAngleAxis dataKey="month" />
        <Radar dataKey="total" fill="#6cc5b0" />
      </RadarChart>
      <ResponsiveContainer height={150}>
        <ScatterChart>
          <XAxis dataKey="orders" type="number" />
          <YAxis dataKey="total" type="number" />
          <Scatter data={data} />
        </ScatterChart>
      </ResponsiveContainer>
      <Treemap width={300} height={100} data={data.map((row) => ({ name: row.region + row.month, size: row.total }))} dataKey="size" />
    </div>
  )
}
