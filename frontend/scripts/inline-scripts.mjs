import { createHash } from "node:crypto"

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi
/** Types a browser runs; anything else is data. */
const EXECUTABLE = new Set(["", "text/javascript", "application/javascript", "module"])

/** `sha256-…` of every inline script of a page, in order, as a Content-Security-Policy names them. */
export function inlineScriptHashes(html) {
  return [...html.matchAll(SCRIPT)]
    .filter(([, attributes]) => !/\ssrc\s*=/i.test(attributes) && EXECUTABLE.has(typeOf(attributes)))
    .map(([, , code]) => `sha256-${createHash("sha256").update(code, "utf8").digest("base64")}`)
}

/** Attributes such as `onclick="…"` in the markup of a page; text of scripts and styles does not count. */
export function inlineHandlers(html) {
  const markup = html.replace(SCRIPT, "").replace(/<style\b[\s\S]*?<\/style>/gi, "")
  return [...markup.matchAll(/<[a-z][^\s/>]*((?:\s+[^\s=>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/gi)].flatMap(([, attributes]) =>
    [...attributes.matchAll(/\s(on[a-z]+)\s*=(?=(?:"[^"]*"|'[^']*'|[^"'])*$)/gi)].map(([, name]) => name),
  )
}

const typeOf = (attributes) => /\stype\s*=\s*["']?([^"'\s>]+)/i.exec(attributes)?.[1]?.toLowerCase() ?? ""
