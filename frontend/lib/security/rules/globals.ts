import type { AssignmentExpression, Node, UnaryExpression, UpdateExpression } from "@babel/types"

import type { Rule, RuleContext } from "../context"
import type { Reference } from "../scope"
import { modulesExporting } from "../modules"

const allowed = new Set(
  `undefined NaN Infinity Object Array String Number Boolean Math JSON Date Map Set WeakMap WeakSet Intl Symbol Promise RegExp BigInt
   Error TypeError RangeError SyntaxError ReferenceError EvalError URIError AggregateError parseInt parseFloat isNaN isFinite
   encodeURIComponent decodeURIComponent encodeURI decodeURI structuredClone console setTimeout clearTimeout setInterval clearInterval
   requestAnimationFrame cancelAnimationFrame queueMicrotask ResizeObserver ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array
   Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array React`.split(/\s+/),
)

const known = new Set(
  `fetch XMLHttpRequest WebSocket EventSource WebTransport RTCPeerConnection Worker SharedWorker BroadcastChannel MessageChannel postMessage Request Headers Response
   window document globalThis self top parent frames opener frameElement location history navigation navigator screen open close print name origin length status event external
   localStorage sessionStorage indexedDB caches cookieStore crypto performance alert confirm prompt Function eval require exports module process global
   Image Audio Option FontFace Proxy Reflect WebAssembly SharedArrayBuffer Atomics importScripts addEventListener removeEventListener dispatchEvent onmessage onerror
   getComputedStyle matchMedia innerWidth innerHeight URL URLSearchParams Blob File FileReader FormData TextEncoder TextDecoder AbortController atob btoa
   MutationObserver IntersectionObserver DOMParser XMLSerializer HTMLElement Element Node Event CustomEvent render trustedTypes arguments
   fetchLater CSS CSSStyleSheet AudioContext OffscreenCanvas Notification speechSynthesis SpeechSynthesisUtterance sharedStorage scheduler getSelection Range`.split(/\s+/),
)

const hints: Record<string, string> = {
  fetch: "The rows are in the data prop; the view has no network.",
  XMLHttpRequest: "The rows are in the data prop; the view has no network.",
  WebSocket: "The rows are in the data prop; the view has no network.",
  window: "Use Recharts' ResponsiveContainer for sizes and React state for the rest.",
  document: "Render with JSX; use a ref for a canvas.",
  globalThis: "Use local variables.",
  localStorage: "Use useState, or declare a param: its value is kept.",
  sessionStorage: "Use useState, or declare a param: its value is kept.",
  innerWidth: "Use ResponsiveContainer.",
  alert: "Show the text in the view.",
  eval: "Write the code out.",
  Function: "Write the function out.",
  require: "Use an import statement.",
  crypto: "Use useId, or an index as the key.",
  performance: "Use Date.now().",
  arguments: "Use rest parameters: (...values).",
  Proxy: "Use plain objects.",
  Reflect: "Use plain property access.",
  URL: "Show the address as text.",
  Image: "Draw with SVG.",
}

/** Names the file does not declare must be on the list; constants of the language and imports are not assigned to. */
export const globalsRule: Rule = (context) => {
  for (const reference of context.scopes.references) {
    if (reference.name.startsWith("__cw")) context.report("forbidden_global", "Names that start with __cw are reserved.", reference.node)
    else if (!reference.binding) checkGlobal(reference, context)
    else if (reference.isWrite && reference.binding.kind === "import") context.report("read_only_name", `${reference.name} is an import and cannot be changed.`, reference.node, "Use a variable of your own.")
  }
  for (const binding of context.scopes.topLevelBindings) {
    if (binding.name.startsWith("__cw")) context.report("forbidden_global", "Names that start with __cw are reserved.", binding.node)
  }
  for (const member of context.nodes.of("AssignmentExpression", "UpdateExpression", "UnaryExpression")) checkWrite(member, context)
}

function checkGlobal({ name, node, isWrite }: Reference, context: RuleContext): void {
  if (allowed.has(name)) {
    if (isWrite) context.report("read_only_name", `${name} cannot be changed.`, node, "Use a variable of your own.")
    return
  }
  if (known.has(name)) return context.report("forbidden_global", `${name} is not available in a view.`, node, hints[name] ?? "Use data, params and the imported components.")
  const module = modulesExporting(name, "")[0]
  context.report("undeclared_name", `${name.slice(0, 60)} is not declared.`, node, module ? `Add import { ${name} } from "${module}".` : "Declare it, or check its spelling.")
}

/** `Math.random = …` and `React.createElement = …` change what everyone shares. */
function checkWrite(node: AssignmentExpression | UpdateExpression | UnaryExpression, context: RuleContext): void {
  if (node.type === "UnaryExpression" && node.operator !== "delete") return
  let target: Node = node.type === "AssignmentExpression" ? node.left : node.argument
  if (target.type !== "MemberExpression") return
  while (target.type === "MemberExpression") target = target.object
  if (target.type !== "Identifier") return
  const isShared = context.scopes.isGlobal(target) || context.scopes.bindingOf(target)?.kind === "import"
  if (isShared) context.report("read_only_name", `${target.name} is shared and cannot be changed.`, target, "Use a variable of your own.")
}
