// expects: view 7 | event signup
// data: events
export default function Viz({ data }) {
  const rows = data.map((row) => ({ view: row.views, event: row.event, target: row.target }))
  return rows.map((row, index) => (
    <p key={index} onClick={(event) => event.currentTarget.classList.toggle("font-bold")}>
      view {row.view} event {row.event} {row.target}
    </p>
  ))
}
