// data: sales
// expects: Heatmap | EU | Asia | 40
import { useMemo, useState, Fragment, type CSSProperties } from "react"
import { Tooltip, TooltipContent, TooltipProvider, TooltipTrigger } from "@/components/ui/tooltip"

export const params = {
  scale: { type: "select", label: "Scale", options: ["linear", "log"], default: "linear" },
  hue: { type: "number", label: "Hue", min: 0, max: 360, step: 5, default: 210 },
}

const lerp = (a: number, b: number, t: number) => a + (b - a) * t
const clamp = (v: number, lo = 0, hi = 1) => Math.min(hi, Math.max(lo, v))

export default function Viz({ data, params }: { data: Array<Record<string, any>>; params: any }) {
  const [hover, setHover] = useState<string | null>(null)
  const { rows, cols, cells, max } = useMemo(() => {
    const rows = Array.from(new Set(data.map((d) => d.region))).sort()
    const cols = [...new Set(data.map((d) => d.month))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    const cells: Record<string, number> = {}
    data.forEach((d) => {
      const key = `${d.region}|${d.month}`
      cells[key] = (cells[key] || 0) + d.total
    })
    return { rows, cols, cells, max: Math.max(1, ...Object.values(cells)) }
  }, [data])

  const shade = (value?: number): CSSProperties => {
    if (value === undefined) return { background: "transparent" }
    const t = params.scale === "log" ? Math.log1p(value) / Math.log1p(max) : value / max
    return { backgroundColor: `hsl(${params.hue} 80% ${lerp(95, 40, clamp(t))}%)`, color: t > 0.6 ? "white" : "inherit" }
  }

  return (
    <TooltipProvider delayDuration={100}>
      <h3 className="font-semibold mb-2">Heatmap</h3>
      <div role="table" className="grid gap-px" style={{ gridTemplateColumns: `8rem repeat(${cols.length}, minmax(3rem, 1fr))` }}>
        <div />
        {cols.map((c) => (
          <div key={c} className="text-xs text-center font-mono">{c}</div>
        ))}
        {rows.map((r) => (
          <Fragment key={r}>
            <div className="text-sm truncate">{r}</div>
            {cols.map((c) => {
              const id = `${r}|${c}`
              return (
                <Tooltip key={id}>
                  <TooltipTrigger asChild>
                    <div onMouseEnter={() => setHover(id)} onMouseLeave={() => setHover(null)} style={shade(cells[id])} className={["h-8 flex items-center justify-center rounded text-xs", hover === id && "ring-2 ring-ring"].filter(Boolean).join(" ")}>
                      {cells[id]?.toLocaleString() ?? ""}
                    </div>
                  </TooltipTrigger>
                  <TooltipContent side="top">{r} · {c}: {cells[id] ?? "no data"}</TooltipContent>
                </Tooltip>
              )
            })}
          </Fragment>
        ))}
      </div>
    </TooltipProvider>
  )
}
