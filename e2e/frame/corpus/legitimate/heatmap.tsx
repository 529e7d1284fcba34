// expects: heat
// data: sales
export default function Viz({ data }) {
  const max = data.reduce((top, row) => Math.max(top, row.total), 0)
  return (
    <div className="grid grid-cols-[repeat(4,1fr)] gap-1">
      <h3 className="col-span-4">heat</h3>
      {data.map((row, i) => (
        <div key={i} className="h-[37px] rounded-sm" style={{ backgroundColor: `rgba(66, 105, 208, ${row.total / max})` }} title={`${row.region}: ${row.total}`} />
      ))}
    </div>
  )
}
