// Code string -> painted bar chart, in turns: ours (checked, compiled, in a locked frame that was kept warm), react-runner in the same
// page (no isolation), and a fresh sandboxed iframe with the same bundle. Prints the lines of a section; details go to stderr.
import { createServer } from "node:http"
import { createRequire } from "node:module"
import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { brotliCompressSync, gzipSync } from "node:zlib"

import { rendererMegabytes } from "./memory.mjs"
import { chart, component } from "./sources.mjs"

const root = path.join(import.meta.dirname, "../..")
const frontend = path.join(root, "frontend")
const { chromium } = createRequire(path.join(root, "e2e/package.json"))("@playwright/test")
const { build } = createRequire(path.join(frontend, "package.json"))("esbuild")
const rounds = Number(process.env.ROUNDS ?? 9)

const bundle = async (entry) => {
  const options = { bundle: true, write: false, minify: true, format: "iife", jsx: "automatic", target: "es2022", nodePaths: [path.join(frontend, "node_modules")], alias: { "@": frontend }, logLevel: "error" }
  const { outputFiles } = await build({ ...options, entryPoints: [path.join(root, entry)], define: { "process.env": "{}", "process.env.NODE_ENV": '"production"', "import.meta.url": "location.href" } })
  return outputFiles[0].text
}

const frameFiles = path.join(frontend, "public/frame")
const policy = JSON.parse(readFileSync(path.join(frameFiles, "frame-policy.json"), "utf8"))
const scripts = { "/page.js": await bundle("e2e/frame/harness/page.ts"), "/peer.js": await bundle("bench/frame/peer.tsx"), "/check.js": await bundle("bench/frame/check.ts") }
const html = (...names) => `<!doctype html><meta charset="utf-8"><body style="margin:0">${names.map((name) => `<script src="${name}"></script>`).join("")}`
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://x")
  if (scripts[pathname]) return response.writeHead(200, { "content-type": "text/javascript", "cache-control": "max-age=600", "access-control-allow-origin": "*" }).end(scripts[pathname])
  if (pathname === "/") return response.writeHead(200, { "content-type": "text/html" }).end(html("/page.js", "/peer.js", "/check.js"))
  if (pathname === "/peer.html") return response.writeHead(200, { "content-type": "text/html" }).end(html("/peer.js"))
  const file = path.join(frameFiles, path.basename(pathname))
  if (!pathname.startsWith("/frame/") || !existsSync(file)) return response.writeHead(404).end()
  const headers = pathname.endsWith(".html") ? { ...policy.headers, "content-type": "text/html", "content-security-policy": policy.contentSecurityPolicy.replaceAll("{frameOrigin}", `http://${request.headers.host}`).replaceAll("{appOrigin}", origin) } : { ...policy.assetHeaders, "content-type": { ".js": "text/javascript", ".css": "text/css" }[path.extname(file)] ?? "application/json" }
  response.writeHead(200, headers).end(readFileSync(file))
})
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve))
const origin = `http://127.0.0.1:${server.address().port}`

const data = Array.from({ length: 12 }, (_, index) => ({ region: `r${index}`, total: index * 3 + 1 }))

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] })
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
await page.goto(origin)
const ours = (code) => page.evaluate(async ([source, rows]) => (await window.harness.run(source, { data: rows })).shownMs, [code, data])
const plain = (code) => page.evaluate(([source, rows]) => window.peer.runPlain(source, rows), [code, data])
const fresh = (code) => page.evaluate(([source, rows]) => window.peer.runInFreshFrame(source, rows), [code, data])
/** The spare that a settled run opens has booted and drawn its throw-away charts by then. */
const spareIsWarm = () => page.waitForTimeout(2_500)

await ours(chart(-2))
await spareIsWarm()
for (let warm = 0; warm < 3; warm++) await plain(chart(-1))
const samples = { ours: [], plain: [], fresh: [], cold: [], keystroke: [] }
for (let round = 0; round < rounds; round++) {
  samples.ours.push(await ours(chart(round)))
  await spareIsWarm()
  samples.plain.push(await plain(chart(round)))
  samples.fresh.push(await fresh(chart(round)))
}
await ours(chart("1")) // takes the warm spare
// one more character while the chart stands: the spare has only just begun to boot
for (let round = 0; round < rounds; round++) samples.keystroke.push(await ours(chart(`1${"0".repeat(round + 1)}`)))

const checks = {}
for (const lines of [80, 300]) {
  const runs = []
  for (let round = 0; round < rounds * 3; round++) runs.push(await page.evaluate((source) => window.check(source), component(lines)))
  checks[lines] = runs.slice(rounds) // the first warm the machine
}

for (let round = 0; round < rounds; round++) {
  const first = await browser.newPage()
  await first.goto(origin)
  samples.cold.push(await first.evaluate(async ([source, rows]) => (await window.harness.run(source, { data: rows })).shownMs, [chart(round), data]))
  await first.close()
}

const empty = await browser.newPage()
await page.close()
await empty.goto(origin)
await empty.waitForTimeout(1_000)
const before = rendererMegabytes()
await empty.evaluate(async ([source, rows]) => void (await window.harness.run(source, { data: rows })), [chart(0), data])
await empty.waitForTimeout(2_500)
const perFrame = (rendererMegabytes() - before) / 2 // the one that is shown, and its spare
await browser.close()
server.close()

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]
const ratio = (peer) => median(samples.ours.map((value, index) => peer[index] / value))
const ms = (values) => `${median(values).toFixed(0)} ms`
for (const [name, values] of Object.entries(samples)) console.error(`${name}: ${values.map((value) => value.toFixed(0)).join(" ")}`)
console.log(["code -> painted, same page (no isolation)", ms(samples.ours), ms(samples.plain), `${ratio(samples.plain).toFixed(2)}x`, ">= 1.1x"].join("\t"))
console.log(["code -> painted, fresh iframe", ms(samples.ours), ms(samples.fresh), `${ratio(samples.fresh).toFixed(2)}x`, ">= 5.5x"].join("\t"))
console.log(["code -> painted, the page's first", ms(samples.cold), "-", "-", "-"].join("\t"))
console.log(["one more character -> painted, no warm spare", ms(samples.keystroke), ms(samples.plain), `${(median(samples.plain) / median(samples.keystroke)).toFixed(2)}x`, "-"].join("\t"))
for (const [lines, runs] of Object.entries(checks)) {
  const [whole, parsing] = [median(runs.map(({ check }) => check)), median(runs.map(({ parse }) => parse))]
  console.log([`validator, ${lines} lines / its parser alone`, `${whole.toFixed(1)} ms`, `${parsing.toFixed(1)} ms`, `${(parsing / whole).toFixed(2)}x`, "-"].join("\t"))
}
console.log(["memory of a live frame, its process included", `${perFrame.toFixed(0)} MB`, "-", "-", "-"].join("\t"))
const script = readFileSync(path.join(frameFiles, /runtime\.\w+\.js/.exec(policy.contentSecurityPolicy)[0]))
console.log(["frame bundle", `${(gzipSync(script).length / 1024).toFixed(0)} KB gzip`, `${(brotliCompressSync(script).length / 1024).toFixed(0)} KB brotli`, "-", "<= 300 KB"].join("\t"))
