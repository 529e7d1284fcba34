// expects: drawn
// data: sales
import { useEffect, useRef, useState } from "react"

export default function Viz({ data }) {
  const ref = useRef<HTMLCanvasElement>(null)
  const [text, setText] = useState("")
  useEffect(() => {
    const context = ref.current?.getContext("2d")
    if (!context) return
    context.fillStyle = "#4269d0"
    data.forEach((row, index) => context.fillRect(index * 20, 0, 15, row.total))
    setText("drawn")
  }, [data])
  return (
    <div>
      <canvas ref={ref} width={200} height={100} />
      <p>{text}</p>
    </div>
  )
}
