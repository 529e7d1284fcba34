// expects: продажи 10 | 售 20
// data: sales
export default function Viz({ data }) {
  const продажи = data[0].total
  const { total: 売上 } = data[1]
  return <p>продажи {продажи} 售 {売上} {"\u00e9\t"}</p>
}
