// data: sales
// expects: Radar | Active shape EU
import { useState } from "react"
import { Radar, RadarChart, PolarGrid, PolarAngleAxis, PolarRadiusAxis, RadialBar, RadialBarChart, Pie, PieChart, Cell, Sector, Label, LabelList, ResponsiveContainer, Legend } from "recharts"
const RADIAN = Math.PI / 180
const renderLabel = ({ cx, cy, midAngle, innerRadius, outerRadius, percent, index }) => {
  const radius = innerRadius + (outerRadius - innerRadius) * 0.5
  const x = cx + radius * Math.cos(-midAngle * RADIAN), y = cy + radius * Math.sin(-midAngle * RADIAN)
  return <text x={x} y={y} fill="white" textAnchor={x > cx ? "start" : "end"} dominantBaseline="central">{`${(percent * 100).toFixed(0)}%`}</text>
}
const renderActiveShape = (props: any) => {
  const { cx, cy, innerRadius, outerRadius, startAngle, endAngle, fill, payload } = props
  return <g><text x={cx} y={cy} dy={8} textAnchor="middle" fill={fill}>{payload.name}</text><Sector cx={cx} cy={cy} innerRadius={innerRadius} outerRadius={outerRadius + 6} startAngle={startAngle} endAngle={endAngle} fill={fill} /></g>
}
export default function Viz({ data }) {
  const [activeIndex, setActiveIndex] = useState(0)
  const pie = Object.values(data.reduce((m, r) => ({ ...m, [r.region]: { name: r.region, value: (m[r.region]?.value ?? 0) + r.total } }), {}))
  return (
    <div className="grid grid-cols-2">
      <p>Radar</p><p>Active shape {pie[activeIndex]?.name}</p>
      <ResponsiveContainer width="100%" height={200}>
        <RadarChart cx="50%" cy="50%" outerRadius="80%" data={data}><PolarGrid /><PolarAngleAxis dataKey="month" /><PolarRadiusAxis angle={30} domain={[0, 50]} /><Radar name="Total" dataKey="total" stroke="#8884d8" fill="#8884d8" fillOpacity={0.6} /><Legend /></RadarChart>
      </ResponsiveContainer>
      <ResponsiveContainer width="100%" height={200}>
        <PieChart><Pie activeIndex={activeIndex} activeShape={renderActiveShape} data={pie} cx="50%" cy="50%" innerRadius={40} outerRadius={70} labelLine={false} label={renderLabel} dataKey="value" onMouseEnter={(_, index) => setActiveIndex(index)}>
          {pie.map((entry, index) => <Cell key={`cell-${index}`} fill={`hsl(${(index * 137.508) % 360}, 60%, 50%)`} />)}
          <Label content={({ viewBox }) => { if (viewBox && "cx" in viewBox && "cy" in viewBox) { return <text x={viewBox.cx} y={viewBox.cy} textAnchor="middle"><tspan x={viewBox.cx} y={viewBox.cy} className="fill-foreground text-xl font-bold">{pie.length}</tspan></text> } }} />
        </Pie></PieChart>
      </ResponsiveContainer>
      <ResponsiveContainer width="100%" height={200}>
        <RadialBarChart innerRadius="10%" outerRadius="80%" barSize={10} data={pie.map((p, i) => ({ ...p, fill: ["#8884d8", "#83a6ed", "#8dd1e1"][i] }))}><RadialBar background dataKey="value"><LabelList dataKey="name" position="insideStart" /></RadialBar></RadialBarChart>
      </ResponsiveContainer>
    </div>
  )
}
