// expects: days 30 | Jan
// data: sales
export default function Viz() {
  const from = new Date(Date.UTC(2017, 0, 1))
  const to = new Date(Date.UTC(2017, 0, 31))
  const days = Math.round((to.getTime() - from.getTime()) / 86_400_000)
  return (
    <p>
      days {days} {new Intl.DateTimeFormat("en-US", { month: "short", timeZone: "UTC" }).format(from)}
    </p>
  )
}
