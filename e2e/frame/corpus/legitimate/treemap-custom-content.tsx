// data: sales
// expects: Share of total | EU 50%
import React from "react"
import { ResponsiveContainer, Treemap, Tooltip, Sankey, Rectangle, Layer } from "recharts"
const COLORS = ["#8889DD", "#9597E4", "#8DC77B", "#A5D297", "#E2CF45", "#F8C12D"]
class CustomizedContent extends React.PureComponent<any> {
  render() {
    const { root, depth, x, y, width, height, index, name } = this.props
    return (
      <g>
        <rect x={x} y={y} width={width} height={height} style={{ fill: depth < 2 ? COLORS[Math.floor((index / (root?.children?.length || 1)) * 6)] : "#ffffff00", stroke: "#fff", strokeWidth: 2 / (depth + 1e-10), strokeOpacity: 1 / (depth + 1e-10) }} />
        {depth === 1 ? <text x={x + width / 2} y={y + height / 2 + 7} textAnchor="middle" fill="#fff" fontSize={14}>{name}</text> : null}
      </g>
    )
  }
}
export default function Viz({ data }) {
  const grouped = Object.entries(data.reduce((acc, { region, total }) => { (acc[region] ??= []).push(total); return acc }, {} as Record<string, number[]>))
  const tree = grouped.map(([name, values]) => ({ name, children: values.map((size, i) => ({ name: `${name}-${i}`, size })) }))
  const total = data.reduce((s, d) => s + d.total, 0)
  return (
    <figure>
      <figcaption>Share of total</figcaption>
      <ul>{grouped.map(([name, v]) => <li key={name}>{name} {Math.round((v.reduce((a, b) => a + b) / total) * 100)}%</li>)}</ul>
      <ResponsiveContainer width="100%" height={240}>
        <Treemap data={tree} dataKey="size" aspectRatio={4 / 3} stroke="#fff" content={<CustomizedContent />}><Tooltip /></Treemap>
      </ResponsiveContainer>
    </figure>
  )
}
