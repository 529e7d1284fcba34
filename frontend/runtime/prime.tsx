import * as React from "react"
import { createRoot } from "react-dom/client"
import { Bar, BarChart, CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts"

import { later } from "./primordials"

const rows = Array.from({ length: 12 }, (_, index) => ({ name: `n${index}`, a: index * 3 + 1, b: 40 - index }))

const charts = [
  (key: number) => (
    <BarChart key={key} data={rows}>
      <CartesianGrid vertical={false} />
      <XAxis dataKey="name" />
      <YAxis />
      <Tooltip />
      <Legend />
      <Bar dataKey="a" />
    </BarChart>
  ),
  (key: number) => (
    <LineChart key={key} data={rows}>
      <XAxis dataKey="name" />
      <YAxis />
      <Line dataKey="b" dot={false} />
    </LineChart>
  ),
]

const rounds = 4
const pauseMs = 30

/** Draws throw-away charts in a hidden box, so that the first real one runs on warm code. `stop` ends it at once. */
export function prime(): { stop: () => void } {
  const box = document.createElement("div")
  box.setAttribute("aria-hidden", "true")
  box.style.cssText = "position:fixed;inset:0;width:600px;height:300px;opacity:0;pointer-events:none"
  document.body.append(box)
  const root = createRoot(box)
  let isStopped = false
  const stop = () => {
    if (isStopped) return
    isStopped = true
    root.unmount()
    box.remove()
  }
  const step = (round: number) => {
    if (isStopped) return
    if (round === rounds) return stop()
    const chart = charts[round % charts.length]?.(round)
    root.render(<ResponsiveContainer>{chart as React.ReactElement}</ResponsiveContainer>)
    later(() => step(round + 1), pauseMs)
  }
  later(() => step(0), 0)
  return { stop }
}
