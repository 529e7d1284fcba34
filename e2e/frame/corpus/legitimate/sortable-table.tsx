// expects: region | EU
// data: sales
import { useState } from "react"

export default function Viz({ data }) {
  const [sort, setSort] = useState<{ key: string; up: boolean }>({ key: "total", up: false })
  const rows = [...data].sort((a, b) => (a[sort.key] > b[sort.key] ? 1 : -1) * (sort.up ? 1 : -1))
  return (
    <table className="w-full text-sm">
      <thead>
        <tr>
          {Object.keys(data[0]).map((key) => (
            <th key={key} onClick={() => setSort({ key, up: sort.key === key ? !sort.up : true })} className="cursor-pointer text-left">
              {key}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index} className={index % 2 ? "bg-muted/50" : ""}>
            {Object.values(row).map((value, at) => (
              <td key={at}>{typeof value === "number" ? value.toLocaleString() : String(value)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
