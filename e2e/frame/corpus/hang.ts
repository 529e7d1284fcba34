import { type Attack, inEffect, inRender } from "./attack"

const loop = { evidence: "hang" } as const

/** Work without end: in render, in effects, in handlers that run later, in native code, in memory. */
export const hangs: Attack[] = [
  inRender("while true", "while (true) {}", { codes: ["endless_loop"] }),
  inRender("for ever", "for (;;) { data.length }", { codes: ["endless_loop"] }),
  inRender("while of a condition", "while (data.length >= 0) {}"),
  inRender("caught again and again", "for (;;) { try { while (data.length >= 0) {} } catch {} if (data.length < 0) break }"),
  inRender("finally again and again", "const f = () => { try { for (;;) { if (data.length < 0) break } } finally { f() } }; f()"),
  inRender("for of an endless generator", "function* g() { while (data.length >= 0) yield 1 } for (const x of g()) x"),
  inRender("spread of an endless generator", "function* g() { while (data.length >= 0) yield 1 } const a = [...g()]"),
  inRender("exponential recursion", "const f = (n) => (n > 60 ? 1 : f(n + 1) + f(n + 1)); f(0)"),
  inRender("recursion that is caught", "const f = (n) => { try { return f(n + 1) } catch { return f(n + 1) } }; f(0)", { hasNoControl: "either ends or not, by the stack's size" }),
  inRender("regex backtracking", 'const re = new RegExp("^(a+)+$"); re.test("a".repeat(40) + "!")'),
  inRender("big integer power", "const x = 7n ** 300000000n; x.toString()"),
  inRender("array of everything", "const x = Array.from({ length: 4e9 }, (_, i) => i)", { hasNoControl: "may run out of memory instead" }),
  inRender("sort without end", "const a = Array.from({ length: 3e6 }, (_, i) => (i * 7919) % 3000017); for (let i = 0; i < 1000; i++) a.sort((x, y) => String(x).localeCompare(String(y)))"),
  inRender("component that renders itself", "const Deep = ({ n }) => <><Deep n={n + 1} /><Deep n={n + 1} /></>; const [v] = useState(<Deep n={0} />); if (data) return v", { hasNoControl: "either ends or not, by the stack's size" }),
  inEffect("loop in an effect", "while (data.length >= 0) {}", { ...loop, codes: undefined }),
  inEffect("promises without end", "const go = () => Promise.resolve().then(go); go()", { ...loop, codes: undefined }),
  inEffect("microtasks without end", "const go = () => queueMicrotask(go); go()", { ...loop, codes: undefined }),
  inEffect("async loop", "(async () => { while (data.length >= 0) await null })()", { ...loop, codes: undefined }),
  inRender("state in an effect, each time", "useEffect(() => { setOut(String(Math.random())) })", { hasNoControl: "renders without end but answers" }),
  inRender("state while rendering", "setOut(out + 'x')", { hasNoControl: "React throws" }),
  inRender("state in a layout effect", "useLayoutEffect(() => { setOut(out + 'x') })", { hasNoControl: "React throws" }),
  inRender("key that changes", "const [n, setN] = useState(0); const Child = () => { useEffect(() => { setN((x) => x + 1) }, []); return null }; const view = <Child key={n} />; if (data) return view", { hasNoControl: "renders without end but answers" }),
  inRender("suspends for ever", "throw new Promise(() => {})", { hasNoControl: "nothing is drawn" }),
  inRender("a million elements", "const list = Array.from({ length: 1e6 }, (_, i) => <b key={i}>{i}</b>); if (data) return <p>{list}</p>", { hasNoControl: "slow, not endless" }),
  inRender("string bomb", "let s = 'x'; for (let i = 0; i < 40; i++) s += s", { hasNoControl: "throws at its limit" }),
  inRender("typed array bomb", "const all = []; for (let i = 0; i < 4000; i++) all.push(new Float64Array(1e7).fill(i))", { hasNoControl: "kills its process" }),
  inRender("error that loops when read", "const e = new Error('x'); Object.defineProperty(e, 'message', { get() { while (data.length >= 0) {} } }); throw e", { hasNoControl: "only its reader hangs", codes: ["forbidden_property"] }),
  inRender("throws null", "throw null", { hasNoControl: "an error, not a hang" }),
  inRender("200 MB of message", "throw new Error('x'.repeat(2e8))", { hasNoControl: "an error, not a hang" }),
  inEffect("flood of messages", "for (let i = 0; i < 2e5; i++) parent.postMessage('x'.repeat(200), '*')", { ...loop, hasNoControl: "the host must stay responsive" }),
  inEffect("flood of sizes", "const p = document.getElementById('root'); setInterval(() => { p.style.height = Math.random() * 1000 + 'px' }, 0)", { ...loop, hasNoControl: "reports are limited" }),
]

/** Fine at first; they hang once they have settled. */
export const lateHangs: Attack[] = [
  inEffect("timer that loops later", "setTimeout(() => { const re = new RegExp('^(a+)+$'); re.test('a'.repeat(45) + '!') }, 2500)", { ...loop, codes: undefined }),
]
