import { createRequire } from "node:module"
import path from "node:path"

const frontend = path.join(__dirname, "../../../frontend")
const require = createRequire(path.join(frontend, "package.json"))
const { build } = require("esbuild") as { build: (options: object) => Promise<{ outputFiles: { text: string }[] }> }

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, entry)],
    bundle: true,
    write: false,
    format: "iife",
    jsx: "automatic",
    target: "es2022",
    nodePaths: [path.join(frontend, "node_modules")],
    alias: { "@": frontend },
    define: { "process.env.NODE_ENV": '"production"', "process.env": "{}", "import.meta.url": "location.href" },
    logLevel: "error",
  })
  return outputFiles[0]?.text ?? ""
}

const html = (script: string) => `<!doctype html><meta charset="utf-8"><title>harness</title><body style="margin:0"><script src="${script}"></script>`

/** The embedding page with the product's host code, and an open page for positive controls: same attacks, no lock. */
export async function buildPage() {
  const [page, open] = await Promise.all([bundle("page.ts"), bundle("open.tsx")])
  return { page, open, html: html("/page.js"), openHtml: html("/open.js") }
}
