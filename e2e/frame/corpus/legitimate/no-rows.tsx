// expects: No rows match
// data: none
export default function Viz({ data }) {
  if (!data.length) return <p>No rows match the filter.</p>
  return <p>{data.length}</p>
}
