// expects: 2017-01 | EU
// data: sales
export default function Viz({ data }) {
  const columns = [...new Set(data.map((row) => row.month))].sort()
  const pivot: Record<string, Record<string, number>> = {}
  for (const row of data) (pivot[row.region] ??= {})[row.month] = row.total
  return (
    <table>
      <thead>
        <tr>
          <th>region</th>
          {columns.map((column) => (
            <th key={column}>{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Object.entries(pivot).map(([region, cells]) => (
          <tr key={region}>
            <td>{region}</td>
            {columns.map((column) => (
              <td key={column}>{cells[column]?.toLocaleString("en-US") ?? "–"}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
