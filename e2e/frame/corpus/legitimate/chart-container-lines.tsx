// data: sales
// expects: Line Chart - Interactive | total | orders
"use client"
import * as React from "react"
import { TrendingUp } from "lucide-react"
import { CartesianGrid, Line, LineChart, XAxis } from "recharts"
import { Card, CardAction, CardContent, CardDescription, CardFooter, CardHeader, CardTitle } from "@/components/ui/card"
import { type ChartConfig, ChartContainer, ChartLegend, ChartLegendContent, ChartTooltip, ChartTooltipContent } from "@/components/ui/chart"
import { ToggleGroup, ToggleGroupItem } from "@/components/ui/toggle-group"

export const description = "An interactive line chart"

const chartConfig = {
  views: { label: "Page Views" },
  total: { label: "Total", color: "var(--chart-1)" },
  orders: { label: "Orders", color: "hsl(var(--chart-2))" },
} satisfies ChartConfig

export default function Viz({ data, params }) {
  const [activeChart, setActiveChart] = React.useState<keyof typeof chartConfig>("total")
  const totals = React.useMemo(() => ({ total: data.reduce((acc, curr) => acc + curr.total, 0), orders: data.reduce((acc, curr) => acc + curr.orders, 0) }), [data])
  return (
    <Card className="py-4 sm:py-0">
      <CardHeader className="flex flex-col items-stretch border-b !p-0 sm:flex-row">
        <div className="flex flex-1 flex-col justify-center gap-1 px-6 pb-3 sm:pb-0">
          <CardTitle>Line Chart - Interactive</CardTitle>
          <CardDescription>Showing total visitors for the last 3 months</CardDescription>
          <CardAction><ToggleGroup type="single" variant="outline" defaultValue="90d"><ToggleGroupItem value="90d">3m</ToggleGroupItem><ToggleGroupItem value="30d">30d</ToggleGroupItem></ToggleGroup></CardAction>
        </div>
        <div className="flex">
          {["total", "orders"].map((key) => {
            const chart = key as keyof typeof chartConfig
            return (
              <button key={chart} data-active={activeChart === chart} className="data-[active=true]:bg-muted/50 flex flex-1 flex-col" onClick={() => setActiveChart(chart)}>
                <span className="text-muted-foreground text-xs">{key}</span>
                <span className="text-lg leading-none font-bold sm:text-3xl">{totals[key as keyof typeof totals].toLocaleString()}</span>
              </button>
            )
          })}
        </div>
      </CardHeader>
      <CardContent className="px-2 sm:p-6">
        <ChartContainer config={chartConfig} className="aspect-auto h-[250px] w-full">
          <LineChart accessibilityLayer data={data} margin={{ left: 12, right: 12 }}>
            <CartesianGrid vertical={false} />
            <XAxis dataKey="month" tickLine={false} axisLine={false} tickMargin={8} minTickGap={32} tickFormatter={(value) => { const date = new Date(value); return date.toLocaleDateString("en-US", { month: "short", day: "numeric" }) }} />
            <ChartTooltip content={<ChartTooltipContent className="w-[150px]" nameKey="views" labelFormatter={(value) => new Date(value).toLocaleDateString("en-US", { month: "short", day: "numeric", year: "numeric" })} />} />
            <ChartLegend content={<ChartLegendContent />} />
            <Line dataKey={activeChart} type="monotone" stroke={`var(--color-${activeChart})`} strokeWidth={2} dot={false} />
          </LineChart>
        </ChartContainer>
      </CardContent>
      <CardFooter className="flex gap-2">Trending up by 5.2% this month <TrendingUp className="h-4 w-4" /></CardFooter>
    </Card>
  )
}
