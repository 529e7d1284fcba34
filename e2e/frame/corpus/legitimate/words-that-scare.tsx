// data: globals
// expects: open 100 | close 101 | document d | self 1 | history long | eval is evil | fetch: pending
import { useState } from "react"
interface Window { w: number }
type Location = string
const labels = { fetch: "pending", eval: "evil", window: "pane", document: "d", import: "from abroad", require: "needed", process: "p", global: "g", constructor_name: "x", default: "d", class: "c", with: "w", this: "t" }
const open = (o) => o.open, close = ({ close }) => close, print = (x) => String(x), screen = { width: 1 }, event = "e", status = "s", origin = "o", top = 5, length = 3, frames = [1], parent = null, caches = {}, history = [], performance = { now: 1 }, crypto = "btc", URL = "u", Image = "i", Option = "call", alert = (m) => m, find = (x) => x, stop = 9, scroll = 1, focus = true, name = "n", external = 1, File = "f", Node = ({ v }) => <b>{v}</b>, Event = 1, Text = ({ children }) => <i>{children}</i>, Range = [0, 1], Selection = "all", Location = "Rome", Plugin = 1, Request = "r", Response = "y", Worker = "w"
export default function Viz({ data }) {
  const [location, setLocation] = useState("Rome")
  const [window, setWindow] = useState(7)
  const { self, document: doc, history: past } = data[0]
  const navigator = { userAgent: "none" }, localStorage = new Map([["k", "v"]]), globalThis = {}
  function eval_(s) { return `eval is ${labels.eval} ${s}` }
  return (
    <div>
      open {open(data[0])} close {close(data[0])} document {doc} self {self} history {past} {eval_("")} fetch: {labels.fetch} {labels["require"]} {labels.import} {labels.class}{labels.with}
      <p onClick={() => { setLocation("x"); setWindow((w) => w + 1) }}>{location} {window} {top} {navigator.userAgent} {localStorage.get("k")} {print(alert("new Function('return this')()"))} {"javascript:alert(1)"} {"<script>alert(1)</script>"} {"https://example.com/?q=window.location"} {screen.width}{event}{status}{origin}{length}{frames[0]}{crypto}{URL}{Image}{Option}{stop}{name}{Request}{Response}{Worker}{File}{Selection}{Location}{find(1)}</p>
      <Node v="x" /><Text>import('x') and document.cookie are only words; url(https://x.y) too</Text>
      <code>{`const x = require("fs"); eval("1"); fetch('/api'); while(true){}`}</code>
    </div>
  )
}
