// data: sales
// expects: Revenue by month | Peak 40
import React, { useMemo, useState, useCallback } from "react"
import { AreaChart, Area, XAxis, YAxis, CartesianGrid, Tooltip, ResponsiveContainer, ReferenceLine, ReferenceDot, Brush, Legend, TooltipProps } from "recharts"
import { NameType, ValueType } from "recharts/types/component/DefaultTooltipContent"

const formatter = (value: number) => (Math.abs(value) >= 1e6 ? `${(value / 1e6).toFixed(1)}M` : Math.abs(value) >= 1e3 ? `${(value / 1e3).toFixed(1)}k` : String(value))

function CustomTooltip({ active, payload, label }: TooltipProps<ValueType, NameType>) {
  if (!active || !payload?.length) return null
  return (
    <div className="rounded-lg border bg-background p-2 shadow-sm">
      <p className="text-xs uppercase text-muted-foreground">{label}</p>
      {payload.map((entry, index) => (
        <p key={`item-${index}`} style={{ color: entry.color }} className="text-sm">
          {entry.name}: <strong>{formatter(Number(entry.value))}</strong>
        </p>
      ))}
    </div>
  )
}

export default function Viz({ data, params }) {
  const [opacity, setOpacity] = useState<Record<string, number>>({ total: 1, orders: 1 })
  const sorted = useMemo(() => [...data].sort((a, b) => a.month.localeCompare(b.month)), [data])
  const peak = useMemo(() => sorted.reduce((best, row) => (row.total > best.total ? row : best), sorted[0] ?? { total: 0, month: "" }), [sorted])
  const handleMouseEnter = useCallback((o) => setOpacity((op) => ({ ...op, [o.dataKey]: 0.5 })), [])
  const handleMouseLeave = useCallback((o) => {
    const { dataKey } = o
    setOpacity((op) => ({ ...op, [dataKey]: 1 }))
  }, [])
  const average = sorted.length ? sorted.reduce((s, r) => s + r.total, 0) / sorted.length : 0

  return (
    <div className="w-full h-[360px]">
      <h2 className="text-lg font-semibold">Revenue by month</h2>
      <p>Peak {peak.total}</p>
      <ResponsiveContainer width="100%" height="85%">
        <AreaChart data={sorted} margin={{ top: 10, right: 30, left: 0, bottom: 0 }} syncId="anyId">
          <defs>
            <linearGradient id="colorTotal" x1="0" y1="0" x2="0" y2="1">
              <stop offset="5%" stopColor="#8884d8" stopOpacity={0.8} />
              <stop offset="95%" stopColor="#8884d8" stopOpacity={0} />
            </linearGradient>
          </defs>
          <CartesianGrid strokeDasharray="3 3" vertical={false} stroke="hsl(var(--border))" />
          <XAxis dataKey="month" tickFormatter={(value) => new Date(`${value}-01T00:00:00`).toLocaleDateString("en-US", { month: "short", year: "2-digit" })} minTickGap={24} />
          <YAxis tickFormatter={formatter} domain={["auto", (dataMax) => Math.ceil(dataMax * 1.1)]} allowDecimals={false} />
          <Tooltip content={<CustomTooltip />} cursor={{ strokeDasharray: "4 4" }} />
          <Legend onMouseEnter={handleMouseEnter} onMouseLeave={handleMouseLeave} verticalAlign="top" height={36} />
          <ReferenceLine y={average} stroke="red" strokeDasharray="3 3" label={{ value: "avg", position: "insideTopRight" }} />
          <ReferenceDot x={peak.month} y={peak.total} r={5} fill="#ef4444" stroke="none" />
          <Area type="monotone" dataKey="total" stroke="#8884d8" fillOpacity={opacity.total} fill="url(#colorTotal)" activeDot={{ r: 6 }} />
          <Area type="monotone" dataKey="orders" stroke="#82ca9d" fillOpacity={opacity.orders * 0.3} fill="#82ca9d" connectNulls />
          <Brush dataKey="month" height={20} travellerWidth={8} />
        </AreaChart>
      </ResponsiveContainer>
    </div>
  )
}
