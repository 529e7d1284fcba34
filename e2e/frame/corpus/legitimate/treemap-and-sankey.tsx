// expects: Where it goes | EU
// data: sales
import { Treemap, Sankey, ResponsiveContainer, Tooltip } from "recharts"

function Cell(props) {
  const { x, y, width, height, name, index, depth } = props
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} style={{ fill: depth < 2 ? `hsl(${(index ?? 0) * 60}, 60%, 60%)` : "none", stroke: "#fff" }} />
      {width > 40 && height > 20 ? <text x={x + width / 2} y={y + height / 2} textAnchor="middle" fill="#fff" fontSize={12}>{name}</text> : null}
    </g>
  )
}

export default function Viz({ data }) {
  const byRegion = new Map()
  for (const { region, total } of data) byRegion.set(region, (byRegion.get(region) ?? 0) + total)
  const tree = Array.from(byRegion, ([name, size]) => ({ name, size }))
  const nodes = [{ name: "All" }, ...tree.map(({ name }) => ({ name }))]
  const links = tree.map(({ size }, i) => ({ source: 0, target: i + 1, value: size }))
  return (
    <>
      <h2>Where it goes</h2>
      <ResponsiveContainer width="100%" height={200}>
        <Treemap data={tree} dataKey="size" aspectRatio={4 / 3} content={<Cell />} isAnimationActive={false} />
      </ResponsiveContainer>
      <ResponsiveContainer width="100%" height={200}>
        <Sankey data={{ nodes, links }} nodePadding={20} link={{ stroke: "#77c878" }} margin={{ left: 10, right: 80 }}><Tooltip /></Sankey>
      </ResponsiveContainer>
    </>
  )
}
