// expects: Sales dashboard | $100 | Table
// data: sales
"use client"

import React, { useState, useEffect, useRef, Fragment } from "react"
import { BarChart, Bar, PieChart, Pie, Cell, LineChart, Line, XAxis, YAxis, Tooltip as RechartsTooltip, ResponsiveContainer, Legend } from "recharts"
import { DollarSign, TrendingUp, TrendingDown, Users, Calendar, ArrowUpRight, ChevronDown, type LucideIcon } from "lucide-react"
import { Card, CardContent, CardDescription, CardFooter, CardHeader, CardTitle } from "@/components/ui/card"
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs"
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table"
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { Tooltip, TooltipContent, TooltipProvider, TooltipTrigger } from "@/components/ui/tooltip"

interface Metric { title: string; value: string; icon: LucideIcon; change?: number }

const MetricCard = ({ title, value, icon: Icon, change }: Metric) => (
  <Card>
    <CardHeader className="flex flex-row items-center justify-between space-y-0 pb-2">
      <CardTitle className="text-sm font-medium">{title}</CardTitle>
      <Icon className="h-4 w-4 text-muted-foreground" />
    </CardHeader>
    <CardContent>
      <div className="text-2xl font-bold">{value}</div>
      {change !== undefined && (
        <p className={`text-xs ${change >= 0 ? "text-green-600" : "text-red-600"}`}>{change >= 0 ? <TrendingUp className="inline h-3 w-3" /> : <TrendingDown className="inline h-3 w-3" />} {Math.abs(change).toFixed(1)}%</p>
      )}
    </CardContent>
  </Card>
)

export default function Viz({ data, params }) {
  const [activeTab, setActiveTab] = useState("overview")
  const [region, setRegion] = useState<string>("all")
  const containerRef = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)

  useEffect(() => {
    if (!containerRef.current) return
    const measure = () => setWidth(containerRef.current?.offsetWidth ?? 0)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(containerRef.current)
    return () => observer.disconnect()
  }, [])

  const regions = Array.from(new Set(data.map((d) => d.region))).sort()
  const filtered = region === "all" ? data : data.filter((d) => d.region === region)
  const total = filtered.reduce((s, d) => s + (Number(d.total) || 0), 0)

  return (
    <TooltipProvider>
      <div ref={containerRef} className="space-y-4 p-6" data-width={width}>
        <div className="flex items-center justify-between">
          <h1 className="text-3xl font-bold tracking-tight">Sales dashboard</h1>
          <Select value={region} onValueChange={setRegion}>
            <SelectTrigger className="w-[180px]"><SelectValue placeholder="Region" /></SelectTrigger>
            <SelectContent>
              <SelectItem value="all">All regions</SelectItem>
              {regions.map((r) => <SelectItem key={r} value={r}>{r}</SelectItem>)}
            </SelectContent>
          </Select>
        </div>
        <div className="grid gap-4 md:grid-cols-2 lg:grid-cols-4">
          <MetricCard title="Revenue" value={`$${total.toLocaleString("en-US")}`} icon={DollarSign} change={12.5} />
          <MetricCard title="Orders" value={String(filtered.length)} icon={Users} />
        </div>
        <Tabs value={activeTab} onValueChange={setActiveTab}>
          <TabsList><TabsTrigger value="overview">Overview</TabsTrigger><TabsTrigger value="table">Table</TabsTrigger></TabsList>
          <TabsContent value="overview" className="space-y-4">
            <Card>
              <CardHeader><CardTitle>By region</CardTitle><CardDescription>Sum of totals</CardDescription></CardHeader>
              <CardContent className="h-[300px]">
                <ResponsiveContainer width="100%" height="100%">
                  <BarChart data={filtered} onClick={(state) => state?.activeLabel && setRegion(String(state.activeLabel))}>
                    <XAxis dataKey="region" tickLine={false} axisLine={false} />
                    <YAxis tickFormatter={(value) => `$${value}`} />
                    <RechartsTooltip cursor={{ fill: "transparent" }} />
                    <Bar dataKey="total" radius={[4, 4, 0, 0]} className="fill-primary">
                      {filtered.map((entry, index) => <Cell key={`cell-${index}`} fill={`hsl(var(--chart-${(index % 5) + 1}))`} />)}
                    </Bar>
                  </BarChart>
                </ResponsiveContainer>
              </CardContent>
              <CardFooter><Badge variant="secondary"><Calendar className="mr-1 h-3 w-3" />2017</Badge></CardFooter>
            </Card>
          </TabsContent>
          <TabsContent value="table">
            <Table>
              <TableHeader><TableRow>{["Region", "Total"].map((h) => <TableHead key={h}>{h}</TableHead>)}</TableRow></TableHeader>
              <TableBody>{filtered.map((row, i) => <Fragment key={i}><TableRow><TableCell>{row.region}</TableCell><TableCell className="text-right">{row.total}</TableCell></TableRow></Fragment>)}</TableBody>
            </Table>
          </TabsContent>
        </Tabs>
        <Tooltip><TooltipTrigger asChild><Button variant="outline" size="sm" onClick={async (e) => { e.preventDefault(); await Promise.resolve(); setRegion("all") }}>Reset <ArrowUpRight /></Button></TooltipTrigger><TooltipContent>Show all</TooltipContent></Tooltip>
      </div>
    </TooltipProvider>
  )
}
