// expects: Revenue | Average | Best region | EU
// data: sales
import React, { useMemo, useState, type ReactNode } from "react"
import { Area, AreaChart, ResponsiveContainer, Tooltip, TooltipProps } from "recharts"
import { ArrowDownRight, ArrowUpRight, DollarSign, LucideIcon, Trophy, Users } from "lucide-react"
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card"
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs"
import { Badge } from "@/components/ui/badge"

interface Kpi { title: string; value: string; delta: number; icon: LucideIcon; note?: ReactNode }
interface VizProps { data: Array<Record<string, any>>; params: Record<string, any>; results?: Record<string, any[]> }

const money = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", maximumFractionDigits: 0, notation: "compact" })

const CustomTooltip = ({ active, payload, label }: TooltipProps<number, string> & { payload?: any[]; label?: string }) =>
  active && payload?.length ? <div className="rounded border bg-background p-2 text-xs">{label}: {payload[0].value}</div> : null

const KpiCard: React.FC<Kpi> = ({ title, value, delta, icon: Icon, note }) => {
  const up = delta >= 0
  return (
    <Card>
      <CardHeader className="flex flex-row items-center justify-between space-y-0 pb-2">
        <CardTitle className="text-sm font-medium">{title}</CardTitle>
        <Icon className="h-4 w-4 text-muted-foreground" />
      </CardHeader>
      <CardContent>
        <div className="text-2xl font-bold tabular-nums">{value}</div>
        <Badge variant={up ? "default" : "destructive"}>{up ? <ArrowUpRight size={12} /> : <ArrowDownRight size={12} />}{Math.abs(delta).toFixed(1)}%</Badge>
        {note}
      </CardContent>
    </Card>
  )
}

export default function Viz({ data = [], params = {} }: VizProps) {
  const [tab, setTab] = useState<"overview" | "detail">("overview")
  const stats = useMemo(() => {
    const total = data.reduce((sum, d) => sum + (Number(d.total) || 0), 0)
    const best = [...data].sort((a, b) => (b.total ?? 0) - (a.total ?? 0))[0]
    return { total, avg: data.length ? total / data.length : 0, best: best?.region ?? "n/a" }
  }, [data])
  const kpis: Kpi[] = [
    { title: "Revenue", value: money.format(stats.total), delta: 12.3, icon: DollarSign },
    { title: "Average", value: money.format(stats.avg), delta: -2.1, icon: Users },
    { title: "Best region", value: stats.best, delta: 0, icon: Trophy, note: <p className="text-xs">by total</p> },
  ]
  return (
    <Tabs value={tab} onValueChange={(value) => setTab(value as typeof tab)}>
      <TabsList><TabsTrigger value="overview">Overview</TabsTrigger><TabsTrigger value="detail">Detail</TabsTrigger></TabsList>
      <TabsContent value="overview" className="grid gap-4 md:grid-cols-3">
        {kpis.map((kpi) => <KpiCard key={kpi.title} {...kpi} />)}
        <div className="col-span-full h-40">
          <ResponsiveContainer width="100%" height="100%">
            <AreaChart data={data}><Tooltip content={<CustomTooltip />} /><Area type="monotone" dataKey="total" stroke="var(--chart-1)" fill="var(--chart-1)" fillOpacity={0.2} isAnimationActive={false} /></AreaChart>
          </ResponsiveContainer>
        </div>
      </TabsContent>
      <TabsContent value="detail"><ul>{data.map((d, i) => <li key={i}>{Object.entries(d).map(([k, v]) => `${k}: ${v}`).join(", ")}</li>)}</ul></TabsContent>
    </Tabs>
  )
}
