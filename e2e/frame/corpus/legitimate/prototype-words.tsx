// expects: prototype phase | caller Ann
// data: calls
export default function Viz({ data }) {
  return data.map((row) => (
    <p key={row.phase}>
      {row.phase} phase caller {row.caller} {row["arguments"]} {row.callee}
    </p>
  ))
}
