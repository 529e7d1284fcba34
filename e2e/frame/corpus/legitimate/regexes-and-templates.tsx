// expects: match 12 | <!-- not a comment -->
// data: sales
export default function Viz() {
  const found = /(?<n>\d+)/.exec("a12b")?.groups?.n
  const text = `<!-- not a comment -->`
  const path = String.raw`C:\data`
  const arrow = "a --> b"
  // a --> b is fine in a comment <!-- too -->
  return <p>match {found} {text} {path} {arrow} {"a" < "b" ? "lt" : "ge"}</p>
}
