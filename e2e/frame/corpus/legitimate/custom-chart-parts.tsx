// expects: Parts | 40 | EU/2017-02
// data: sales
import React from "react"
import { BarChart, Bar, XAxis, YAxis, Tooltip, Legend, LabelList, Rectangle, ErrorBar, ResponsiveContainer, CartesianGrid, PieChart, Pie, Sector, Cell, RadarChart, Radar, PolarGrid, PolarAngleAxis, PolarRadiusAxis, Text, Customized, Curve, Dot, Cross } from "recharts"

const RADIAN = Math.PI / 180
const renderLabel = ({ cx, cy, midAngle, innerRadius, outerRadius, percent }) => {
  const radius = innerRadius + (outerRadius - innerRadius) * 0.5
  return <text x={cx + radius * Math.cos(-midAngle * RADIAN)} y={cy + radius * Math.sin(-midAngle * RADIAN)} fill="white" dominantBaseline="central">{`${(percent * 100).toFixed(0)}%`}</text>
}
const RoundedBar = (props) => { const { fill, x, y, width, height } = props; return <path d={`M${x},${y + height}L${x},${y}L${x + width},${y}L${x + width},${y + height}Z`} fill={fill} /> }
const renderLegend = ({ payload }) => <ul className="flex gap-2">{payload?.map((entry, index) => <li key={`item-${index}`} style={{ color: entry.color }}>{entry.value}</li>)}</ul>
const renderActive = (props) => <g><Sector {...props} outerRadius={props.outerRadius + 8} /></g>

export default function Viz({ data }) {
  const [active, setActive] = React.useState(0)
  const rows = data.map((d) => ({ ...d, key: `${d.region}/${d.month}`, error: [1, 2] }))
  return (
    <div>
      <h2>Parts</h2>
      <ResponsiveContainer width="100%" height={240} debounce={50}>
        <BarChart data={rows} layout="vertical" barCategoryGap="20%" stackOffset="sign">
          <CartesianGrid horizontal={false} />
          <XAxis type="number" domain={[0, (max) => Math.ceil(max * 1.1)]} allowDecimals={false} />
          <YAxis type="category" dataKey="key" width={100} tick={{ fontSize: 11 }} />
          <Tooltip content={({ active: shown, payload, label }) => shown && payload && payload.length ? <div>{label}</div> : null} wrapperStyle={{ outline: "none" }} />
          <Legend content={renderLegend} />
          <Bar dataKey="total" name="Total" fill="#8884d8" shape={<RoundedBar />} activeBar={<Rectangle fill="pink" stroke="blue" />} onMouseEnter={(_, index) => setActive(index)}>
            <LabelList dataKey="total" position="right" formatter={(v) => `${v}`} /><ErrorBar dataKey="error" width={4} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
      <PieChart width={300} height={200}>
        <Pie data={rows} dataKey="total" nameKey="key" innerRadius={40} outerRadius={80} paddingAngle={2} label={renderLabel} labelLine={false} activeShape={renderActive} onMouseEnter={(_, i) => setActive(i)}>
          {rows.map((_, i) => <Cell key={i} fill={["#0088FE", "#00C49F", "#FFBB28", "#FF8042"][i % 4]} opacity={i === active ? 1 : 0.7} />)}
        </Pie>
      </PieChart>
      <RadarChart width={300} height={240} outerRadius={80} data={rows}><PolarGrid /><PolarAngleAxis dataKey="key" /><PolarRadiusAxis angle={30} domain={[0, 50]} /><Radar name="x" dataKey="total" stroke="#8884d8" fill="#8884d8" fillOpacity={0.6} /></RadarChart>
    </div>
  )
}
