// expects: countdown 3 2 1 0
// data: sales
export default function Viz() {
  let n = 4
  const out: number[] = []
  while (n --> 0) out.push(n)
  return <p>countdown {out.join(" ")}</p>
}
