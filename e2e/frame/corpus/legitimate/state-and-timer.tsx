// expects: ticks
// data: sales
import { useEffect, useRef, useState } from "react"

export default function Viz() {
  const [ticks, setTicks] = useState(0)
  const timer = useRef<ReturnType<typeof setInterval> | null>(null)
  useEffect(() => {
    timer.current = setInterval(() => setTicks((n) => n + 1), 200)
    return () => clearInterval(timer.current!)
  }, [])
  return <p>ticks {ticks >= 0 ? "run" : "stop"}</p>
}
