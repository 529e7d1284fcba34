// data: sales
// expects: 4 of 4 rows | Q1 2017 | 01/2017
import React, { useEffect, useState, useMemo, useId, useTransition, useSyncExternalStore, useImperativeHandle, forwardRef, memo, createContext, useContext, Suspense, startTransition } from "react"
function useDebounce<T>(value: T, delay = 300): T {
  const [debounced, setDebounced] = useState<T>(value)
  useEffect(() => { const handler = setTimeout(() => setDebounced(value), delay); return () => clearTimeout(handler) }, [value, delay])
  return debounced
}
function usePrevious<T>(value: T): T | undefined { const ref = React.useRef<T | undefined>(undefined); useEffect(() => { ref.current = value }); return ref.current }
const Ctx = createContext<{ locale: string; set?: (l: string) => void }>({ locale: "en-US" })
const Stat = memo(forwardRef<HTMLDivElement, { label: string; children: React.ReactNode }>(function Stat({ label, children, ...rest }, ref) { const { locale } = useContext(Ctx); return <div ref={ref} lang={locale} {...rest}><dt>{label}</dt><dd>{children}</dd></div> }))
Stat.displayName = "Stat"
const pad = (n: number) => String(n).padStart(2, "0")
const quarter = (d: Date) => `Q${Math.floor(d.getUTCMonth() / 3) + 1} ${d.getUTCFullYear()}`
const addDays = (d: Date, days: number) => { const copy = new Date(d.valueOf()); copy.setDate(copy.getDate() + days); return copy }
export const params = { from: { type: "date", label: "From", default: "" }, range: { type: "dateRange", default: ["2017-01-01", "2017-12-31"] } }
export default function Viz({ data, params: { from, range } }) {
  const [text, setText] = useState("")
  const query = useDebounce(text, 150)
  const id = useId()
  const [isPending, begin] = useTransition()
  const previous = usePrevious(query)
  const rows = useMemo(() => data.filter((r) => new RegExp(query.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "i").test(r.region)).filter((r) => !from || r.month >= from), [data, query, from])
  const first = new Date(Date.UTC(2017, 0, 15))
  const fmt = new Intl.DateTimeFormat("en-US", { month: "2-digit", year: "numeric", timeZone: "UTC" })
  const rel = new Intl.RelativeTimeFormat("en", { numeric: "auto" }), list = new Intl.ListFormat("en", { style: "long", type: "conjunction" }), plural = new Intl.PluralRules("en-US")
  useEffect(() => { let alive = true; const tick = () => { if (alive) requestAnimationFrame(() => {}) }; const t = setInterval(tick, 1000); return () => { alive = false; clearInterval(t) } }, [])
  return (
    <Ctx.Provider value={{ locale: "en-US" }}>
      <label htmlFor={id}>Search</label><input id={id} type="search" value={text} onChange={({ target: { value } }) => { setText(value); begin(() => {}) }} onBlur={(event) => event.target.value.trim()} onKeyUp={(event) => { if (event.key === "Enter" && !event.shiftKey) event.preventDefault() }} />
      <dl><Stat label="Rows">{rows.length} of {data.length} rows</Stat><Stat label="Quarter">{quarter(first)}</Stat><Stat label="Month">{fmt.format(first)}</Stat></dl>
      <p hidden={isPending}>{rel.format(-1, "day")} {list.format(rows.map((r) => r.region))} {plural.select(rows.length)} {pad(addDays(first, 3).getDate())} {previous} {range?.[0]}</p>
      <Suspense fallback={<span>…</span>}><time dateTime={first.toISOString()}>{first.toLocaleDateString(undefined, { weekday: "long" })}</time></Suspense>
    </Ctx.Provider>
  )
}
