import { readFileSync } from "node:fs"
import path from "node:path"
import { gzipSync } from "node:zlib"

/** Bytes of JavaScript, gzipped, that `/` may load before it can be used. */
const BUDGET_BYTES = 250_000
/** The same with its styles and the page itself: everything but fonts. */
const TOTAL_BUDGET_BYTES = 400_000

const out = path.join(import.meta.dirname, "..", "out")
const html = readFileSync(path.join(out, "index.html"), "utf8")

const tags = (name, attribute) =>
  [...html.matchAll(new RegExp(`<${name}\\b[^>]*>`, "gi"))].flatMap(([tag]) => {
    const file = new RegExp(`\\b${attribute}="(/[^"?#]+)`).exec(tag)?.[1]
    return file && !/\bnomodule\b/i.test(tag) ? [{ tag, file }] : []
  })

const scripts = new Set([
  ...tags("script", "src").map(({ file }) => file),
  ...tags("link", "href").filter(({ tag }) => /\bas="script"|modulepreload/.test(tag)).map(({ file }) => file),
])
const styles = new Set(tags("link", "href").filter(({ tag }) => /rel="stylesheet"/.test(tag)).map(({ file }) => file))

const gzipped = (file) => gzipSync(readFileSync(path.join(out, decodeURIComponent(file))), { level: 9 }).length
const sum = (files) => [...files].reduce((bytes, file) => bytes + gzipped(file), 0)

const scriptBytes = sum(scripts)
const totalBytes = scriptBytes + sum(styles) + gzipSync(html, { level: 9 }).length
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`

console.log(`/ loads ${scripts.size} scripts, ${kb(scriptBytes)} gzipped (budget ${kb(BUDGET_BYTES)}); with styles and page ${kb(totalBytes)} (budget ${kb(TOTAL_BUDGET_BYTES)})`)
if (scripts.size === 0) throw new Error("out/index.html names no script: is it the exported page?")
if (scriptBytes > BUDGET_BYTES || totalBytes > TOTAL_BUDGET_BYTES) {
  for (const file of scripts) console.error(`${String(gzipped(file)).padStart(8)} ${file}`)
  process.exit(1)
}
