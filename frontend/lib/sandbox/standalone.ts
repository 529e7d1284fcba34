import type { RenderMessage } from "./protocol"

/** `/export-frame.json`: the frame's document with program and styles inside, and the policy of the page around it. */
export type ExportFrame = { document: string; policy: string }

export type StandalonePage = { title: string; /** One line below the view. */ note: string; frame: ExportFrame; render: RenderMessage }

const styles = `:root{color-scheme:light dark}body{margin:0;display:flex;flex-direction:column;height:100vh;font:14px/1.5 system-ui,sans-serif;background:light-dark(#fff,#0c0c0f);color:light-dark(#171717,#fafafa)}
main{flex:1;display:flex}iframe{flex:1;border:0;color-scheme:normal}p{margin:0;padding:8px 16px;font-size:12px;opacity:.7}p[role=alert]{font-size:14px;opacity:1}`

/** Gives the locked frame its port, its artifact once the self-test has passed, and the theme; says what goes wrong. */
const program = `const { document: srcdoc, render } = JSON.parse(document.getElementById("artifact").textContent)
const dark = matchMedia("(prefers-color-scheme: dark)")
const theme = () => (dark.matches ? "dark" : "light")
const say = (text) => { const p = document.createElement("p"); p.setAttribute("role", "alert"); p.textContent = text; frame.replaceWith(p) }
const frame = Object.assign(document.createElement("iframe"), { title: document.title, srcdoc })
frame.setAttribute("sandbox", "allow-scripts")
let port
addEventListener("message", ({ source, data }) => {
  if (port || source !== frame.contentWindow || !data || data.type !== "hello") return
  const channel = new MessageChannel()
  port = channel.port1
  port.onmessage = ({ data }) => {
    if (data.type === "ready" && data.failures.length) say("This browser does not lock the view safely, so it is not shown: " + data.failures.join(", "))
    else if (data.type === "ready") port.postMessage({ ...render, theme: theme() })
    else if (data.type === "error" && data.kind !== "event") say("The view failed: " + String(data.message).slice(0, 500))
  }
  source.postMessage({ v: 1, type: "init" }, "*", [channel.port2])
})
dark.addEventListener("change", () => port && port.postMessage({ type: "theme", theme: theme() }))
document.querySelector("main").append(frame)`

/**
 * An artifact as one HTML file: compiled code, rows, styles and icons inside, run in a locked frame, with a policy that allows no
 * request. A file has no headers: see docs/threat-model.md for what that leaves open.
 */
export function standalonePage({ title, note, frame: { document, policy }, render }: StandalonePage): string {
  const data = JSON.stringify({ document, render }, bigintAsText).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${styles}</style>
</head>
<body>
<main></main>
<p>${escapeHtml(note)}</p>
<script type="application/json" id="artifact">${data}</script>
<script>${program}</script>
</body>
</html>
`
}

const bigintAsText = (_key: string, value: unknown): unknown => (typeof value === "bigint" ? value.toString() : value)

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (char) => entities[char] ?? char)
