// expects: mean 0.5
// data: sales
import { useMemo } from "react"

export default function Viz() {
  const mean = useMemo(() => {
    let seed = 7
    let sum = 0
    for (let i = 0; i < 400_000; i++) {
      seed = (seed * 16807) % 2147483647
      sum += seed / 2147483647
    }
    return sum / 400_000
  }, [])
  return <p>mean {mean.toFixed(1)}</p>
}
