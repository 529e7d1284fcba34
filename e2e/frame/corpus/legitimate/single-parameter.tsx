// expects: rows 4
// data: sales
"use client"

export default function Viz(props) {
  const { data, params = {} } = props
  return <p>rows {data.length} {Object.keys(params).length}</p>
}
