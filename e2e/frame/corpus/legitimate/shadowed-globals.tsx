// expects: sum 6 | moving 2
// data: sales
export default function Viz({ data }) {
  const window = [1, 2, 3]
  const document = { title: "not the document" }
  const fetch = (list: number[]) => list.reduce((sum, n) => sum + n, 0)
  const exports = data.length
  const origin = { x: 0, y: 0 }
  return (
    <p title={document.title}>
      sum {fetch(window)} moving {window[1]} {exports + origin.x}
    </p>
  )
}
