// expects: hasOwnProperty 1
// data: sales
export default function Viz() {
  const counts: { [word: string]: number } = {}
  counts["hasOwnProperty"] = 1
  return <p>{Object.keys(counts)[0]} {counts.hasOwnProperty}</p>
}
