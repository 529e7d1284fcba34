import * as React from "react"
import { createRoot } from "react-dom/client"
import { importCode } from "react-runner"
import * as recharts from "recharts"

/** react-runner as its documentation has it: the text compiled and run in this page, without check or lock. Resolves when painted. */
function runPlain(source: string, data: object[]): Promise<number> {
  const began = performance.now()
  const box = document.body.appendChild(document.createElement("div"))
  box.style.cssText = "width:640px;height:300px"
  const Viz = importCode(source, { import: { react: React, recharts } })["default"] as React.ComponentType<Record<string, unknown>>
  return new Promise((resolve) => {
    const root = createRoot(box)
    const Painted = () => {
      React.useEffect(() => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            resolve(performance.now() - began)
            root.unmount()
            box.remove()
          }),
        )
      }, [])
      return <Viz data={data} params={{ color: "#2563eb" }} />
    }
    root.render(<Painted />)
  })
}

/** The naive frame: a fresh iframe that loads this same script and runs the code in it. */
function runInFreshFrame(source: string, data: object[]): Promise<number> {
  const began = performance.now()
  const frame = document.createElement("iframe")
  frame.setAttribute("sandbox", "allow-scripts")
  frame.style.cssText = "width:640px;height:300px"
  frame.src = "/peer.html"
  return new Promise((resolve) => {
    addEventListener("message", function listen({ data: message }: MessageEvent<string>) {
      if (message === "ready") frame.contentWindow?.postMessage({ source, data }, "*")
      if (message !== "painted") return
      removeEventListener("message", listen)
      resolve(performance.now() - began)
      frame.remove()
    })
    document.body.append(frame)
  })
}

if (parent !== window) {
  addEventListener("message", ({ data }: MessageEvent<{ source: string; data: object[] }>) => void runPlain(data.source, data.data).then(() => parent.postMessage("painted", "*")))
  parent.postMessage("ready", "*")
}

declare global {
  interface Window {
    peer: { runPlain: typeof runPlain; runInFreshFrame: typeof runInFreshFrame }
  }
}

window.peer = { runPlain, runInFreshFrame }
