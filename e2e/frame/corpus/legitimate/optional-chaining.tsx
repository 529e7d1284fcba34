// expects: none | fallback 0
// data: sales
export default function Viz({ data, params }) {
  const label = data?.[99]?.region ?? "none"
  const n = params?.missing?.deep?.value ?? 0
  const call = data.at?.(0)?.region?.toLowerCase?.()
  let total = 0
  total ||= 0
  total &&= 1
  return <p>{label} fallback {n} {call} {total}</p>
}
