// expects: Fetched | window of 3 | evaluated 4
// data: sales
export default function Viz({ data }) {
  const fetchedAt = data[0]?.fetchedAt ?? "now"
  const windowSize = 3
  const evaluate = (rows) => rows.length
  const prefetch = true
  return (
    <div>
      <p>Fetched {String(fetchedAt)}{prefetch ? "." : ""}</p>
      <p>window of {windowSize}</p>
      <p>evaluated {evaluate(data)}</p>
    </div>
  )
}
