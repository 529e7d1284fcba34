// data: sales
// expects: Mean 25.00 | Median 25 | Gini 0.25 | Trend 10.00x
import { useMemo } from "react"
import { Scatter, ScatterChart, XAxis, YAxis, ZAxis, ErrorBar, Tooltip, ResponsiveContainer, ReferenceArea, ComposedChart, Line, Bar, Funnel, FunnelChart, Cross, Curve, Customized, Text, Dot, Polygon, Symbols } from "recharts"
const quantile = (xs: number[], q: number) => { const pos = (xs.length - 1) * q; const base = Math.floor(pos); return xs[base + 1] !== undefined ? xs[base] + (pos - base) * (xs[base + 1] - xs[base]) : xs[base] }
function* range(start: number, stop: number, step = 1) { for (let i = start; i < stop; i += step) yield i }
function linreg(points: [number, number][]) {
  const n = points.length
  let sx = 0, sy = 0, sxy = 0, sxx = 0
  for (const [x, y] of points) { sx += x; sy += y; sxy += x * y; sxx += x ** 2 }
  const slope = (n * sxy - sx * sy) / (n * sxx - sx ** 2 || 1)
  return { slope, intercept: (sy - slope * sx) / n }
}
function gini(values) { const s = [...values].sort((a, b) => a - b); const n = s.length; const cum = s.reduce((acc, v, i) => acc + (i + 1) * v, 0); return (2 * cum) / (n * s.reduce((a, b) => a + b, 0)) - (n + 1) / n }
function movingAverage(xs, w) { return xs.map((_, i) => { const part = xs.slice(Math.max(0, i - w + 1), i + 1); return part.reduce((a, b) => a + b, 0) / part.length }) }
const memo = new WeakMap()
const groupBy = (rows, key) => rows.reduce((map, row) => map.set(row[key], [...(map.get(row[key]) || []), row]), new Map())
outer: for (const i of [1, 2]) { for (const j of [1, 2]) { if (j === 2) continue outer; if (i === 2) break outer } }
export default function Viz({ data }) {
  const values = data.map((d) => +d.total).filter(Number.isFinite)
  const stats = useMemo(() => {
    if (memo.has(data)) return memo.get(data)
    const sorted = Float64Array.from(values).sort()
    const mean = values.reduce((a, b) => a + b, 0) / values.length
    const sd = Math.sqrt(values.map((v) => (v - mean) ** 2).reduce((a, b) => a + b, 0) / (values.length - 1))
    const result = { mean, sd, median: quantile([...sorted], 0.5), p90: quantile([...sorted], 0.9), gini: gini(values), ...linreg(values.map((v, i) => [i, v])) }
    memo.set(data, result)
    return result
  }, [data, values])
  const bins = [...range(0, 50, 10)].map((lo) => ({ bin: `${lo}–${lo + 10}`, lo, count: values.filter((v) => v >= lo && v < lo + 10).length, err: [1, 2] }))
  const ma = movingAverage(values, 2)
  const big = 2n ** 64n + BigInt(Math.trunc(stats.mean)); const hex = (255).toString(16).toUpperCase(); const bits = 0b1010 | 0o17 ^ 0xff & ~1 << 2 >>> 1
  const { region: _omit, ...rest } = data[0]; const [head, , third, ...tail] = values; const swap = ([a, b]) => [b, a]
  const nested = structuredClone({ a: { b: [1, [2, [3]]] } }); const flat = nested.a.b.flat(Infinity); const grouped = Object.fromEntries([...groupBy(data, "region")].map(([k, v]) => [k, v.length]))
  const safe = (() => { try { return JSON.parse('{"a":1}') } catch (error) { return error instanceof Error ? error.message : String(error) } finally { void 0 } })()
  return (
    <div>
      <p>Mean {stats.mean.toFixed(2)} ± {stats.sd.toPrecision(3)} Median {stats.median} Gini {stats.gini.toFixed(2)} Trend {stats.slope.toFixed(2)}x</p>
      <p title={encodeURIComponent(hex)}>{String(big)} {hex} {bits} {Object.keys(rest).join()} {head}{third}{tail.length} {swap([1, 2]).join("/")} {flat.at(-1)} {JSON.stringify(grouped, null, 2)} {safe.a} {ma.at(-1)?.toFixed(1)} {Math.hypot(3, 4)} {Number.EPSILON > 0 ? "ok" : ""} {typeof values} {values.findLast((v) => v > 5)} {values.toSorted?.((a, b) => b - a)[0]} {"abc".replaceAll("b", "x")} {`a${1}${`b${2}`}`} {Object.groupBy ? "g" : ""}</p>
      <ResponsiveContainer width="100%" height={200}><ComposedChart data={bins}><XAxis dataKey="bin" /><YAxis /><ReferenceArea x1="0–10" x2="20–30" fillOpacity={0.1} /><Bar dataKey="count" fill="var(--chart-1)"><ErrorBar dataKey="err" width={4} /></Bar><Line dataKey="count" type="stepAfter" /></ComposedChart></ResponsiveContainer>
      <ResponsiveContainer width="100%" height={200}><ScatterChart><XAxis type="number" dataKey="orders" name="Orders" unit="x" /><YAxis type="number" dataKey="total" scale="sqrt" domain={[0, "dataMax"]} reversed={false} /><ZAxis dataKey="total" range={[20, 400]} /><Tooltip cursor={{ strokeDasharray: "3 3" }} formatter={(value, name) => [`${value}`, name]} labelFormatter={(l) => `#${l}`} /><Scatter name="A" data={data} fill="#8884d8" shape="star" line lineType="fitting" /></ScatterChart></ResponsiveContainer>
    </div>
  )
}
