// expects: Sales by region | EU
// data: sales
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts"

export const params = { color: { type: "color", label: "Bar colour", default: "#2563eb" } }

export default function Viz({ data, params }) {
  return (
    <div>
      <h2>Sales by region</h2>
      <ResponsiveContainer width="100%" height={300}>
        <BarChart data={data}>
          <CartesianGrid vertical={false} />
          <XAxis dataKey="region" />
          <YAxis />
          <Tooltip />
          <Bar dataKey="total" fill={params.color} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}
