// Builds the program inside the frame into public/frame/: one script, one stylesheet (both named by their content), the document
// that loads them, the icon table, and frame-policy.json: the response headers the server sends with the document. Beside it,
// public/export-frame.json: the same program as one document, for exported pages.
import { createHash } from "node:crypto"
import { mkdir, readFile, rm, writeFile } from "node:fs/promises"
import path from "node:path"
import { gzipSync } from "node:zlib"

import { build } from "esbuild"
import postcss from "postcss"
import tailwind from "@tailwindcss/postcss"

import { iconTable } from "./icon-table.mjs"

const root = path.join(import.meta.dirname, "..")
const runtime = path.join(root, "runtime")
const output = path.join(root, "public/frame")
const exportFile = path.join(root, "public/export-frame.json")

async function buildScript() {
  const { outputFiles } = await build({
    entryPoints: [path.join(runtime, "main.tsx")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    jsx: "automatic",
    legalComments: "none",
    alias: { "@": root, sucrase: path.join(runtime, "no-transform.ts") },
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  })
  return outputFiles[0].text
}

async function buildStyle() {
  const from = path.join(runtime, "styles.css")
  const { css } = await postcss([tailwind({ base: runtime, optimize: { minify: true } })]).process(await readFile(from, "utf8"), { from })
  return css
}

/** The headers of sandbox.html; `{frameOrigin}` and `{appOrigin}` are for the server to fill in. */
function policy(script, style) {
  const directives = [
    "default-src 'none'",
    `script-src {frameOrigin}/frame/${script} 'unsafe-eval'`,
    `style-src 'unsafe-inline' {frameOrigin}/frame/${style}`,
    "img-src data:",
    "font-src data:",
    "connect-src 'none'",
    "media-src 'none'",
    "object-src 'none'",
    "worker-src 'none'",
    "child-src 'none'",
    "frame-src 'none'",
    "manifest-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors {appOrigin}",
    "sandbox allow-scripts",
    "require-trusted-types-for 'script'",
    "trusted-types default",
    "webrtc 'block'",
  ]
  const features = "accelerometer autoplay browsing-topics camera clipboard-read clipboard-write display-capture fullscreen geolocation gyroscope magnetometer microphone midi payment publickey-credentials-get screen-wake-lock serial usb xr-spatial-tracking"
  return {
    contentSecurityPolicy: directives.join("; "),
    headers: {
      "Connection-Allowlist": "(response-origin)",
      "Permissions-Policy": features.split(" ").map((name) => `${name}=()`).join(", "),
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "cross-origin",
      "X-DNS-Prefetch-Control": "off",
      "Cache-Control": "no-store",
    },
    assetHeaders: { "Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "cross-origin" },
  }
}

/** What a file on disk can say in a meta element; `sandbox` and `frame-ancestors` count in a header only. */
const filePolicy = [
  ...["default-src 'none'", "script-src 'unsafe-inline' 'unsafe-eval'", "script-src-attr 'none'", "style-src 'unsafe-inline'", "img-src data:", "font-src data:", "form-action 'none'", "base-uri 'none'"],
  ...["connect", "media", "object", "worker", "child", "frame", "manifest"].map((kind) => `${kind}-src 'none'`),
  "webrtc 'block'",
].join("; ")

/** The frame's document with everything in it, for exported pages; `policy` is that of the page around it, without Trusted Types. */
function exportDocument(script, style) {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${filePolicy}; require-trusted-types-for 'script'; trusted-types default">`
  const inline = script.replaceAll("</script", "<\\/script").replaceAll("<!--", "\\x3c!--")
  const parts = ["<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">", meta, "<style>", style, "</style></head><body><div id=\"root\"></div><script>", inline, "</script></body></html>"]
  return { policy: filePolicy, document: parts.join("") }
}

const hashed = (name, extension, text) => `${name}.${createHash("sha256").update(text).digest("hex").slice(0, 12)}.${extension}`
const size = (text) => `${(gzipSync(text).length / 1024).toFixed(0)} KB gzip`

const [script, style, icons, document] = await Promise.all([buildScript(), buildStyle(), iconTable(), readFile(path.join(runtime, "sandbox.html"), "utf8")])
const scriptName = hashed("runtime", "js", script)
const styleName = hashed("runtime", "css", style)
const files = {
  [scriptName]: script,
  [styleName]: style,
  "icons.json": JSON.stringify(icons),
  "sandbox.html": document.replace("{script}", `/frame/${scriptName}`).replace("{style}", `/frame/${styleName}`),
  "frame-policy.json": JSON.stringify(policy(scriptName, styleName), null, 2) + "\n",
}
await rm(output, { recursive: true, force: true })
await mkdir(output, { recursive: true })
for (const [name, text] of Object.entries(files)) await writeFile(path.join(output, name), text)
await writeFile(exportFile, JSON.stringify(exportDocument(script, style)))
console.log(`frame: ${scriptName} ${size(script)}, ${styleName} ${size(style)}, icons.json ${size(files["icons.json"])}`)
