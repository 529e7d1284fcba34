// expects: ready
// data: sales
import { useState } from "react"
import { Button } from "@/components/ui/button"

export default function Viz({ data }) {
  const [state, setState] = useState("ready")
  const run = async () => {
    setState("working")
    await new Promise((resolve) => setTimeout(resolve, 10))
    setState(`done ${data.length}`)
  }
  return <Button onClick={run}>{state}</Button>
}
