// expects: Revenue over time | Peak: 2017-02
// data: sales
import React, { useState, useMemo, useCallback } from "react"
import { AreaChart, Area, XAxis, YAxis, CartesianGrid, Tooltip, Brush, ResponsiveContainer, ReferenceLine } from "recharts"

type Row = { month: string; total: number }
type Point = Pick<Row, "month" | "total"> & { cumulative: number }

const fmt = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", maximumFractionDigits: 0 })

const CustomTick: React.FC<any> = ({ x, y, payload }) => (
  <g transform={`translate(${x},${y})`}><text x={0} y={0} dy={16} textAnchor="end" fill="#666" transform="rotate(-35)">{payload.value}</text></g>
)

export default function Viz({ data, params }: { data: Row[]; params: Record<string, unknown> }) {
  const [range, setRange] = useState<{ startIndex?: number; endIndex?: number }>({})
  const points = useMemo<Point[]>(() => {
    const totals = data.reduce<Record<string, number>>((acc, { month, total }) => ({ ...acc, [month]: (acc[month] || 0) + total }), {})
    let cumulative = 0
    return Object.entries(totals).sort(([a], [b]) => a.localeCompare(b)).map(([month, total]) => ({ month, total, cumulative: (cumulative += total) }))
  }, [data])
  const onBrush = useCallback((next: any) => setRange(next), [])
  const peak = points.length > 0 ? points.reduce((best, p) => (p.total > best.total ? p : best)) : null
  return (
    <div className="p-4">
      <h3 className="mb-2 font-medium">Revenue over time</h3>
      <p className="text-sm text-muted-foreground">Peak: {peak?.month} ({fmt.format(peak?.total ?? 0)})</p>
      <ResponsiveContainer width="100%" height={300}>
        <AreaChart data={points} margin={{ top: 10, right: 30, left: 0, bottom: 40 }}>
          <defs>
            <linearGradient id="fill" x1="0" y1="0" x2="0" y2="1"><stop offset="5%" stopColor="#8884d8" stopOpacity={0.8} /><stop offset="95%" stopColor="#8884d8" stopOpacity={0} /></linearGradient>
          </defs>
          <CartesianGrid strokeDasharray="3 3" />
          <XAxis dataKey="month" tick={<CustomTick />} interval={0} />
          <YAxis tickFormatter={(v: number) => fmt.format(v)} width={80} />
          <Tooltip formatter={(value: any, name: any) => [fmt.format(Number(value)), name]} labelFormatter={(label) => `Month: ${label}`} />
          {peak && <ReferenceLine x={peak.month} stroke="red" strokeDasharray="4 4" />}
          <Area type="monotone" dataKey="total" stroke="#8884d8" fillOpacity={1} fill="url(#fill)" />
          <Brush dataKey="month" height={20} stroke="#8884d8" onChange={onBrush} startIndex={range.startIndex} endIndex={range.endIndex} />
        </AreaChart>
      </ResponsiveContainer>
    </div>
  )
}
