import { createHash } from "node:crypto"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import { finishExport } from "./finish-export.mjs"
import { inlineHandlers, inlineScriptHashes } from "./inline-scripts.mjs"

const hashOf = (code: string) => `sha256-${createHash("sha256").update(code).digest("base64")}`
const FRAME = ["sandbox.html", "frame-policy.json", "icons.json", "runtime.0a1b2c.js", "runtime.0a1b2c.css"]

let out: string
beforeEach(() => {
  out = mkdtempSync(path.join(tmpdir(), "export-"))
  mkdirSync(path.join(out, "frame"))
  mkdirSync(path.join(out, "data"))
  for (const file of FRAME) writeFileSync(path.join(out, "frame", file), "<script>frame()</script>")
  writeFileSync(path.join(out, "export-frame.json"), "{}")
  writeFileSync(path.join(out, "index.html"), '<script src="/a.js"></script><script>one("é")</script>')
  writeFileSync(path.join(out, "data", "index.html"), '<script type="application/json">{"a":1}</script><script type="module">two()</script>')
})
afterEach(() => rmSync(out, { recursive: true }))

it("names the inline scripts of every page and none of the frame", () => {
  expect(finishExport(out)).toEqual({ pages: 2, hashes: 2 })
  expect(JSON.parse(readFileSync(path.join(out, "csp-hashes.json"), "utf8"))).toEqual({ "data/index.html": [hashOf("two()")], "index.html": [hashOf('one("é")')] })
})

it("refuses a page with an inline event handler", () => {
  writeFileSync(path.join(out, "data", "index.html"), '<button class="a" onclick="go()">Go</button>')
  expect(() => finishExport(out)).toThrow("onclick")
})

it("refuses an export without the program of the frame", () => {
  rmSync(path.join(out, "frame", "runtime.0a1b2c.js"))
  expect(() => finishExport(out)).toThrow("build:runtime")
})

it.each([
  ['<a title="onclick=1" href="?on=x">a</a>', []],
  ["<script>el.onclick = 1</script><style>a[onclick=x]{}</style><p>onload=1</p>", []],
  ["<img src=x onerror=alert(1)>", ["onerror"]],
  ["<body ONLOAD='a()'>", ["ONLOAD"]],
])("finds the handlers of %s", (html, names) => {
  expect(inlineHandlers(html)).toEqual(names)
})

it("leaves out scripts that are only data", () => {
  expect(inlineScriptHashes('<script type="application/ld+json">{}</script><script defer src="/x.js"></script>')).toEqual([])
})
