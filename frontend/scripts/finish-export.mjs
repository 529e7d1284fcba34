// Finishes `next build`: writes out/csp-hashes.json, by which the server allows exactly the inline scripts of these pages, and
// refuses an export that the policy would break or that lacks the program of the frame.
import { readFileSync, readdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import { pathToFileURL } from "node:url"
import { inlineHandlers, inlineScriptHashes } from "./inline-scripts.mjs"

const FRAME_FILES = [/^sandbox\.html$/, /^frame-policy\.json$/, /^icons\.json$/, /^runtime\.[0-9a-f]+\.js$/, /^runtime\.[0-9a-f]+\.css$/]

/** @param {string} out folder of the export */
export function finishExport(out) {
  const pages = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html") && !file.startsWith("frame"))
  if (!pages.includes("index.html")) throw new Error(`${out} holds no index.html: run next build first.`)

  const hashes = {}
  for (const page of pages.sort()) {
    const html = readFileSync(path.join(out, page), "utf8")
    const handlers = inlineHandlers(html)
    if (handlers.length > 0) throw new Error(`${page} has inline event handlers, which the policy forbids: ${handlers.join(", ")}`)
    hashes[page.split(path.sep).join("/")] = inlineScriptHashes(html)
  }

  const frame = listFolder(path.join(out, "frame"))
  const missing = FRAME_FILES.filter((pattern) => !frame.some((file) => pattern.test(file)))
  if (!listFolder(out).includes("export-frame.json")) missing.push("../export-frame.json")
  if (missing.length > 0) throw new Error(`${out}/frame lacks ${missing.join(", ")}: run npm run build:runtime before next build.`)

  writeFileSync(path.join(out, "csp-hashes.json"), `${JSON.stringify(hashes, null, 2)}\n`)
  return { pages: pages.length, hashes: new Set(Object.values(hashes).flat()).size }
}

function listFolder(folder) {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (error.code === "ENOENT") return []
    throw error
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { pages, hashes } = finishExport(path.join(import.meta.dirname, "..", "out"))
  console.log(`${pages} pages, ${hashes} inline scripts hashed into out/csp-hashes.json`)
}
