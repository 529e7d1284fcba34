// expects: Words | total-orders | 2 of 4 | Wed, Feb 1 | 1.2K
// data: sales
import { useMemo } from "react"

const slug = (text) => text.trim().toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/(^-|-$)/g, "")
const capitalise = ([first = "", ...rest]) => first.toUpperCase() + rest.join("")
const tag = (strings, ...values) => strings.raw.reduce((out, part, i) => out + part + (values[i] ?? ""), "")

export default function Viz({ data, params }) {
  const stats = useMemo(() => {
    const seen = new Set()
    const dates = data.map((d) => new Date(`${d.month}-01T00:00:00Z`)).filter((d) => !Number.isNaN(d.getTime()))
    for (const row of data) if (/^(EU|US)$/i.test(row.region)) seen.add(row.region)
    const keys = Object.keys(data[0] ?? {}).filter((key) => !["region"].includes(key))
    const pairs = data.flatMap((row) => keys.map((key) => [key, row[key]]))
    const matched = [..."total: 10, orders: 3".matchAll(/(?<name>\w+): (?<value>\d+)/g)].map(({ groups }) => `${groups.name}=${groups.value}`)
    return { seen, latest: dates.sort((a, b) => +b - +a)[1], pairs, matched }
  }, [data])
  const date = new Intl.DateTimeFormat("en-US", { weekday: "short", month: "short", day: "numeric", timeZone: "UTC" }).format(stats.latest)
  const compact = new Intl.NumberFormat("en", { notation: "compact" }).format(1234)
  const list = new Intl.ListFormat("en", { type: "conjunction" }).format([...stats.seen])
  return (
    <article>
      <h2>{capitalise("words")}</h2>
      <p>{slug("Total & Orders")} {tag`a${1}b`} {stats.matched.join("; ")}</p>
      <p>{stats.seen.size} of {data.length} regions: {list}</p>
      <time dateTime={stats.latest?.toISOString()}>{date}</time> <span>{compact}</span>
      <p>{"abc".at(-1)} {[3, 1, 2].toSorted().join()} {Object.groupBy ? Object.keys(Object.groupBy(data, (d) => d.region)).length : 0} {structuredClone({ a: 1 }).a} {0.1 + 0.2} {1_000_000}</p>
    </article>
  )
}
