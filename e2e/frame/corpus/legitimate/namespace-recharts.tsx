// expects: EU
// data: sales
import * as React from "react"
import * as Recharts from "recharts"

const { BarChart, XAxis } = Recharts

export default function Viz({ data }) {
  const [n] = React.useState(1)
  return (
    <BarChart width={400} height={200} data={data}>
      <XAxis dataKey="region" />
      <Recharts.Bar dataKey="total" fillOpacity={n} />
    </BarChart>
  )
}
