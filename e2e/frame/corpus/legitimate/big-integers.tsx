// expects: 9007199254740993 | sum 30
// data: sales
export default function Viz({ data }) {
  const id = BigInt("9007199254740993")
  const typed = new Float64Array(data.map((row) => row.total))
  return <p>{id.toString()} sum {typed.slice(0, 2).reduce((a, b) => a + b, 0)}</p>
}
