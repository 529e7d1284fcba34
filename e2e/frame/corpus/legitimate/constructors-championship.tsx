// expects: Ferrari | 3 constructors
// data: races
export default function Viz({ data }) {
  const constructors = new Map<string, number>()
  for (const { constructorName, points } of data) constructors.set(constructorName, (constructors.get(constructorName) ?? 0) + points)
  const standings = [...constructors].map(([constructor, points]) => ({ constructor, points }))
  return (
    <div>
      <p>{standings.length} constructors</p>
      {standings.map((row) => (
        <p key={row["const" + "r"] ?? row.points}>{Object.values(row).join(": ")}</p>
      ))}
    </div>
  )
}
