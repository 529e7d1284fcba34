// data: sales
// expects: Total Revenue | $100 | Avg. Order | $5.88 | Top Region | EU
"use client"

import * as React from "react"
import { ArrowUpRight, DollarSign, ShoppingCart, TrendingDown, TrendingUp, type LucideIcon } from "lucide-react"
import { Badge } from "@/components/ui/badge"
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card"

interface Row {
  region: string
  month: string
  total: number
  orders: number
}

type Kpi = { title: string; value: string; delta?: number; icon: LucideIcon }

const currency = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", maximumFractionDigits: 2, minimumFractionDigits: 0 })

const sumBy = <T,>(rows: readonly T[], pick: (row: T) => number): number => rows.reduce((acc, row) => acc + (Number(pick(row)) || 0), 0)

const KpiCard: React.FC<Kpi & { className?: string }> = ({ title, value, delta, icon: Icon, className = "" }) => (
  <Card className={`relative overflow-hidden ${className}`}>
    <CardHeader className="flex flex-row items-center justify-between space-y-0 pb-2">
      <CardTitle className="text-sm font-medium">{title}</CardTitle>
      <Icon className="h-4 w-4 text-muted-foreground" aria-hidden="true" />
    </CardHeader>
    <CardContent>
      <div className="text-2xl font-bold tabular-nums">{value}</div>
      {delta != null && !Number.isNaN(delta) ? (
        <Badge variant={delta >= 0 ? "default" : "destructive"} className="mt-1 gap-1">
          {delta >= 0 ? <TrendingUp className="size-3" /> : <TrendingDown className="size-3" />}
          {`${delta > 0 ? "+" : ""}${(delta * 100).toFixed(1)}%`}
        </Badge>
      ) : (
        <CardDescription>No earlier period</CardDescription>
      )}
    </CardContent>
  </Card>
)

export default function Viz({ data = [], params = {} }: { data?: Row[]; params?: Record<string, unknown> }): React.ReactElement {
  const { revenue, orders, byRegion } = React.useMemo(() => {
    const byRegion = new Map<Row["region"], number>()
    for (const { region, total } of data) byRegion.set(region, (byRegion.get(region) ?? 0) + total)
    return { revenue: sumBy(data, (r) => r.total), orders: sumBy(data, (r) => r.orders), byRegion }
  }, [data])

  const [topRegion] = [...byRegion.entries()].sort(([, a], [, b]) => b - a)[0] ?? ["n/a"]
  const kpis = [
    { title: "Total Revenue", value: currency.format(revenue), delta: 0.125, icon: DollarSign },
    { title: "Avg. Order", value: orders > 0 ? currency.format(revenue / orders) : "–", delta: -0.04, icon: ShoppingCart },
    { title: "Top Region", value: topRegion, icon: ArrowUpRight },
  ] satisfies Kpi[]

  return (
    <div className="grid gap-4 md:grid-cols-3 p-4">
      {kpis.map((kpi) => (
        <KpiCard key={kpi.title} {...kpi} />
      ))}
    </div>
  )
}
