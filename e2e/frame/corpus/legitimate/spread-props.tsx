// expects: spread
// data: sales
export default function Viz() {
  const common = { className: "p-2", "data-kind": "x", title: "t" }
  const list = [1, 2, 3]
  const [head, ...tail] = list
  return <p {...common} key="a" aria-label="l">spread {head} {Math.max(...tail)}</p>
}
