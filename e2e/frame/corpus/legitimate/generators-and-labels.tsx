// expects: squares 0 1 4 | found 1:2
// data: sales
function* squares(limit: number) {
  for (let i = 0; i < limit; i++) yield i * i
}

export default function Viz() {
  let found = ""
  outer: for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      if (i * j === 2) {
        found = `${i}:${j}`
        break outer
      }
    }
  }
  return <p>squares {[...squares(3)].join(" ")} found {found}</p>
}
