// expects: up | down
// data: sales
import * as Icons from "lucide-react"

const names = { up: "TrendingUp", down: "TrendingDown" } as const

export default function Viz() {
  return Object.entries(names).map(([label, name]) => {
    const Icon = Icons[name]
    return (
      <p key={label}>
        <Icon size={16} /> {label}
      </p>
    )
  })
}
