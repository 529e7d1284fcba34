import { type Attack, inEffect } from "./attack"

const leak = "fetch('SINK',{mode:'no-cors'})"
const text = JSON.stringify(leak)

/** Turning text into code, by every spelling. */
export const evaluation: Attack[] = [
  inEffect("eval", `eval(${text})`),
  inEffect("indirect eval", `(0, eval)(${text})`),
  inEffect("eval by index", `window["ev" + "al"](${text})`),
  inEffect("Function", `new Function(${text})()`),
  inEffect("constructor of a function", `(() => {}).constructor(${text})()`),
  inEffect("constructor by parts", `[]["con" + "structor"]["con" + "structor"](${text})()`),
  inEffect("constructor by a variable", `const c = "constructor"; [][c][c](${text})()`, { codes: undefined }),
  inEffect("constructor from data", `const c = Object.getOwnPropertyNames(Object.getPrototypeOf([])).find((n) => n.startsWith("constr")); [][c][c](${text})()`, { codes: undefined }),
  inEffect("constructor by destructuring", `const { constructor: { constructor: F } } = []; F(${text})()`),
  inEffect("constructor by character codes", `const c = String.fromCharCode(99,111,110,115,116,114,117,99,116,111,114); [][c][c](${text})()`),
  inEffect("constructor by join", `const c = ["con", "structor"].join(""); [][c][c](${text})()`),
  inEffect("constructor by reverse", `const c = "rotcurtsnoc".split("").reverse().join(""); [][c][c](${text})()`),
  inEffect("async function constructor", `(async () => {}).constructor(${text})()`),
  inEffect("generator constructor", `(function* () {}).constructor(${text})().next()`),
  inEffect("prototype of a function", `Object.getPrototypeOf(() => {}).constructor(${text})()`),
  inEffect("Reflect.construct", `Reflect.construct(Function, [${text}])()`),
  inEffect("descriptor of constructor", `Object.getOwnPropertyDescriptor(Object.getPrototypeOf(() => {}), "constructor").value(${text})()`),
  inEffect("setTimeout of text", `setTimeout(${text}, 0)`),
  inEffect("setInterval of text", `setInterval(${text}, 5)`),
  inEffect("setTimeout of text by a variable", `const t = data.length ? ${text} : ${text}; setTimeout(t, 0)`, { codes: undefined }),
  inEffect("script text", `const s = document.createElement("script"); s.textContent = ${text}; document.head.append(s)`),
  inEffect("handler attribute", `const i = document.createElement("img"); i.setAttribute("onerror", ${text}); i.src = "data:,"; document.body.append(i)`),
  inEffect("javascript link", `const a = document.createElement("a"); a.href = "javascript:" + ${text}; document.body.append(a); a.click()`),
  inEffect("javascript location", `location.href = "javascript:" + ${text}`),
  inEffect("own trusted types policy", `const p = window.trustedTypes?.createPolicy("mine", { createScript: (x) => x }); eval(p ? p.createScript(${text}) : ${text})`),
  inEffect("default trusted types policy", `const p = window.trustedTypes?.defaultPolicy; eval(p ? p.createScript(${text}) : ${text})`),
  inEffect("error prepareStackTrace", `Error.prepareStackTrace = (e, sites) => sites[0].getThis() ?? window; const w = new Error().stack; (w.eval ?? eval)(${text})`),
  inEffect("iterator constructor", `[][Symbol.iterator]().constructor; Object.getPrototypeOf(function () {}).constructor(${text})()`),
  inEffect("unicode escape", `\\u0066etch("SINK", { mode: "no-cors" })`, { codes: ["forbidden_characters", "forbidden_global"] }),
  inEffect("shadowed in a block", `{ const fetch = 1; } fetch("SINK", { mode: "no-cors" })`),
  inEffect("var of a body in a parameter", `const f = (go = fetch) => { var fetch = 1; return go }; f()("SINK", { mode: "no-cors" })`),
  inEffect("through React's element owner", `const n = document.querySelector("p"); n.ownerDocument.defaultView.fetch("SINK", { mode: "no-cors" })`),
  inEffect("sloppy this", `(function () { return this })().fetch("SINK", { mode: "no-cors" })`, { hasNoControl: "compiled code is strict" }),
]

const host = { evidence: "host" } as const
const pwn = "document.documentElement.dataset.pwned = 'yes'"

/** The page around the frame, its storage, and the channel between the two. */
export const parent: Attack[] = [
  inEffect("parent document", `parent.${pwn}`, host),
  inEffect("top document", `top.${pwn}`, host),
  inEffect("frameElement", "frameElement.ownerDocument.documentElement.dataset.pwned = 'yes'", host),
  inEffect("parent by index", `window["par" + "ent"]["docu" + "ment"].documentElement.dataset.pwned = "yes"`, host),
  inEffect("parent eval", `parent.eval("${pwn}")`, host),
  inEffect("parent frames", "parent.frames[0].parent.document.documentElement.dataset.pwned = 'yes'", host),
  inEffect("localStorage", "localStorage.setItem('pwned', '1')", host),
  inEffect("sessionStorage", "sessionStorage.setItem('pwned', '1')", host),
  inEffect("cookie", "document.cookie = 'pwned=1; path=/'", host),
  inEffect("through an element", "const p = window.parent ?? top; p.document.body.setAttribute('data-x', '1'); p.document.documentElement.dataset.pwned = 'yes'", host),
  inEffect("broadcast", "new BroadcastChannel('pwned').postMessage('x')", host),
  inEffect("opener of a popup", `const w = open("about:blank"); w.opener.parent.${pwn}`, host),
  inEffect("document.domain", `document.domain = "localhost"; parent.${pwn}`, { ...host, hasNoControl: "fails on an address without a name" }),
  inEffect("spoofed hello", "for (let i = 0; i < 3; i++) parent.postMessage({ v: 1, type: 'hello', run: 'x' }, '*')", { ...host, hasNoControl: "the host must ignore it" }),
  inEffect("spoofed ready", "parent.postMessage({ type: 'ready', failures: [] }, '*'); parent.postMessage({ type: 'size', height: 1e9 }, '*')", { ...host, hasNoControl: "the host must ignore it" }),
]

const pwned = { evidence: "text" } as const

/** What other code in the realm relies on. Inside its own frame an artifact may break things; it must not get out, nor lie about it. */
export const prototypes: Attack[] = [
  inEffect("Array.prototype", "Array.prototype.map = () => ['PWNED']; setOut([1].map((x) => x)[0])", { ...pwned, codes: ["forbidden_property"], hasNoControl: "harmless inside the frame" }),
  inEffect("Object.prototype by assignment", "({}).__proto__.polluted = 1", { ...pwned, hasNoControl: "harmless inside the frame" }),
  inEffect("MessagePort.prototype", "MessagePort.prototype.postMessage = function (m) { m.type = 'committed' }", { ...pwned, hasNoControl: "the program keeps the original" }),
  inEffect("React.createElement", "React.createElement = () => 'PWNED'", { ...pwned, codes: ["read_only_name"], hasNoControl: "the module is frozen" }),
  inEffect("JSON and Math", "JSON.stringify = () => 'PWNED'; Math.random = () => 4", { ...pwned, codes: ["read_only_name"], hasNoControl: "harmless inside the frame" }),
  inEffect("Function.prototype.call", "Function.prototype.call = () => { throw 1 }", { ...pwned, codes: ["forbidden_global", "forbidden_property"], hasNoControl: "harmless inside the frame" }),
  inEffect("performance.now", "performance.now = () => 0; Date.now = () => 0; setOut('x'); const t = []; while (t.length < 1e12) t.length++", { ...pwned, hasNoControl: "the guard keeps the original clock" }),
]
