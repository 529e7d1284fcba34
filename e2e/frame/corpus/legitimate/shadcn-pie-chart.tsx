// expects: Share by region | Visitors
// data: sales
import * as React from "react"
import { Label, Pie, PieChart, Cell } from "recharts"
import { type ChartConfig, ChartContainer, ChartTooltip, ChartTooltipContent } from "@/components/ui/chart"

type Row = { region: string; total: number }

export default function Viz({ data, params }: { data: Row[]; params: Record<string, unknown> }) {
  const total = React.useMemo(() => data.reduce((acc, curr) => acc + curr.total, 0), [data])
  const config = React.useMemo(
    () => Object.fromEntries(data.map((row, i) => [row.region, { label: row.region, color: `var(--chart-${(i % 8) + 1})` }])) as ChartConfig,
    [data],
  )
  return (
    <div className="flex flex-col">
      <h3>Share by region</h3>
      <ChartContainer config={config} className="mx-auto aspect-square max-h-[250px]">
        <PieChart>
          <ChartTooltip cursor={false} content={<ChartTooltipContent hideLabel nameKey="region" formatter={(value, name) => `${name}: ${value}`} />} />
          <Pie data={data} dataKey="total" nameKey="region" innerRadius={60} strokeWidth={5} isAnimationActive={false}>
            {data.map((entry, index) => (
              <Cell key={`cell-${index}`} fill={`var(--color-${entry.region})`} />
            ))}
            <Label
              content={({ viewBox }) => {
                if (viewBox && "cx" in viewBox && "cy" in viewBox) {
                  return (
                    <text x={viewBox.cx} y={viewBox.cy} textAnchor="middle" dominantBaseline="middle">
                      <tspan x={viewBox.cx} y={viewBox.cy} className="fill-foreground text-3xl font-bold">{total.toLocaleString()}</tspan>
                      <tspan x={viewBox.cx} y={(viewBox.cy || 0) + 24} className="fill-muted-foreground">Visitors</tspan>
                    </text>
                  )
                }
              }}
            />
          </Pie>
        </PieChart>
      </ChartContainer>
    </div>
  )
}
