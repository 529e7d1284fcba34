"use client"

import * as React from "react"
import * as Recharts from "recharts"

import { cn } from "@/lib/utils"

/** Label, icon and colour of each series by the key of its data. */
type ChartConfig = Record<string, { label?: React.ReactNode; icon?: React.ComponentType; color?: string; theme?: { light: string; dark: string } }>

const Config = React.createContext<ChartConfig>({})

/** The config of the chart around it. */
const useChart = () => ({ config: React.useContext(Config) })

/** Gives the chart in it the width there is, and each key of `config` its colour as `var(--color-KEY)`. */
function ChartContainer({
  className,
  children,
  config,
  style,
  ...props
}: React.ComponentProps<"div"> & { config: ChartConfig; children: React.ComponentProps<typeof Recharts.ResponsiveContainer>["children"] }) {
  return (
    <Config value={config}>
      <div
        data-slot="chart"
        className={cn(
          "flex aspect-video w-full justify-center text-xs [&_.recharts-cartesian-axis-tick_text]:fill-muted-foreground [&_.recharts-cartesian-grid_line]:stroke-border/50 [&_.recharts-layer]:outline-none [&_.recharts-polar-grid_[stroke='#ccc']]:stroke-border [&_.recharts-rectangle.recharts-tooltip-cursor]:fill-muted [&_.recharts-surface]:outline-none [&_.recharts-sector[stroke='#fff']]:stroke-background [&_.recharts-dot[stroke='#fff']]:stroke-transparent",
          className,
        )}
        style={{ ...coloursOf(config), ...style }}
        {...props}
      >
        <Recharts.ResponsiveContainer>{children}</Recharts.ResponsiveContainer>
      </div>
    </Config>
  )
}

/** Colours are set on the container itself; kept so that code which places it works. */
function ChartStyle(_: { id?: string; config?: ChartConfig }) {
  return null
}

function coloursOf(config: ChartConfig): React.CSSProperties {
  const colours = Object.entries(config).flatMap(([key, { color, theme }]) => {
    const value = theme ? `light-dark(${theme.light}, ${theme.dark})` : color
    return value ? [[`--color-${key}`, value]] : []
  })
  return Object.fromEntries(colours) as React.CSSProperties
}

const ChartTooltip = Recharts.Tooltip
const ChartLegend = Recharts.Legend

/** One point of a tooltip or legend, as Recharts hands it over. */
type Item = { name?: string | number; dataKey?: unknown; value?: unknown; color?: string; type?: string; payload?: unknown }

type ChartTooltipContentProps = React.ComponentProps<"div"> & {
  active?: boolean
  payload?: readonly Item[]
  label?: React.ReactNode
  indicator?: "dot" | "line" | "dashed"
  hideLabel?: boolean
  hideIndicator?: boolean
  nameKey?: string
  labelKey?: string
  labelClassName?: string
  labelFormatter?: (label: never, payload: never) => React.ReactNode
  formatter?: (value: never, name: never, item: never, index: number, payload: never) => React.ReactNode
}

function ChartTooltipContent({
  active,
  payload,
  className,
  indicator = "dot",
  hideLabel = false,
  hideIndicator = false,
  label,
  labelFormatter,
  labelClassName,
  formatter,
  color,
  nameKey,
  labelKey,
}: ChartTooltipContentProps) {
  const { config } = useChart()
  if (!active || !payload?.length) return null
  const items = payload.filter((item) => item.type !== "none")
  return (
    <div data-slot="chart-tooltip" className={cn("grid min-w-32 items-start gap-1.5 rounded-lg border bg-background px-2.5 py-1.5 text-xs shadow-xl", className)}>
      {!hideLabel && <div className={cn("font-medium", labelClassName)}>{labelOf()}</div>}
      {items.map((item, index) => {
        const entry = entryOf(config, item, nameKey)
        const value = item.value
        return (
          <div key={index} className="flex w-full flex-wrap items-center gap-2 [&>svg]:size-2.5 [&>svg]:text-muted-foreground">
            {formatter && value !== undefined && item.name !== undefined ? (
              formatter(value as never, item.name as never, item as never, index, item.payload as never)
            ) : (
              <>
                {entry?.icon ? <entry.icon /> : !hideIndicator && <Mark colour={color ?? fillOf(item)} shape={indicator} />}
                <span className="flex-1 text-muted-foreground">{entry?.label ?? item.name}</span>
                {value !== undefined && value !== null && <span className="font-mono font-medium tabular-nums">{typeof value === "number" ? value.toLocaleString("en-US") : String(value)}</span>}
              </>
            )}
          </div>
        )
      })}
    </div>
  )

  function labelOf(): React.ReactNode {
    const [first] = items
    const known = labelKey !== undefined && first ? entryOf(config, first, labelKey)?.label : typeof label === "string" ? config[label]?.label : undefined
    const shown = known ?? label
    return labelFormatter ? labelFormatter(shown as never, payload as never) : shown
  }
}

type ChartLegendContentProps = React.ComponentProps<"div"> & { payload?: readonly Item[]; verticalAlign?: "top" | "bottom" | "middle"; hideIcon?: boolean; nameKey?: string }

function ChartLegendContent({ className, hideIcon = false, payload, verticalAlign = "bottom", nameKey }: ChartLegendContentProps) {
  const { config } = useChart()
  if (!payload?.length) return null
  return (
    <div data-slot="chart-legend" className={cn("flex flex-wrap items-center justify-center gap-4", verticalAlign === "top" ? "pb-3" : "pt-3", className)}>
      {payload
        .filter((item) => item.type !== "none")
        .map((item, index) => {
          const entry = entryOf(config, item, nameKey)
          return (
            <div key={index} className="flex items-center gap-1.5 [&>svg]:size-3 [&>svg]:text-muted-foreground">
              {entry?.icon && !hideIcon ? <entry.icon /> : <Mark colour={item.color} shape="dot" />}
              {entry?.label ?? String(item.value ?? "")}
            </div>
          )
        })}
    </div>
  )
}

function Mark({ colour, shape }: { colour: string | undefined; shape: "dot" | "line" | "dashed" }) {
  const look = { dot: "size-2.5 border", line: "h-3 w-1 border", dashed: "h-3 w-0 border-[1.5px] border-dashed bg-transparent" }[shape]
  return <span className={cn("shrink-0 rounded-[2px]", look)} style={{ borderColor: colour, ...(shape !== "dashed" && { backgroundColor: colour }) }} />
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null

const fillOf = (item: Item): string | undefined => (isRecord(item.payload) && typeof item.payload["fill"] === "string" ? item.payload["fill"] : item.color)

/** What `config` says of a point: by the value its row has under `nameKey`, by its data key, or by its name. */
function entryOf(config: ChartConfig, item: Item, nameKey: string | undefined): ChartConfig[string] | undefined {
  const row = isRecord(item.payload) ? item.payload : {}
  const inner = isRecord(row["payload"]) ? row["payload"] : {}
  const named = nameKey === undefined ? undefined : (row[nameKey] ?? inner[nameKey])
  const keys = [named, nameKey, item.dataKey, item.name, item.value]
  for (const key of keys) if (typeof key === "string" && Object.hasOwn(config, key)) return config[key]
  return undefined
}

export { ChartContainer, ChartLegend, ChartLegendContent, ChartStyle, ChartTooltip, ChartTooltipContent, useChart }
export type { ChartConfig }
