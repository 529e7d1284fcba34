import { type Attack, inEffect, inRender } from "./attack"

const heavy = { evidence: "hang", codes: undefined } as const
const slow = { hasNoControl: "heavy, not endless" }

/** Too much of something: of layout, of nodes, of styles, of memory, of messages. It may be drawn or be ended; the page stays. */
export const bombs: Attack[] = [
  inRender("a mile of height", "if (data) return <div style={{ height: 1e9 }}>{out}</div>", slow),
  inRender("nested boxes", "let v = <b>x</b>; for (let i = 0; i < 3000; i++) v = <div style={{ padding: 1, display: 'flex' }}>{v}</div>; if (data) return v"),
  inRender("nested filters", "let v = <b>x</b>; for (let i = 0; i < 200; i++) v = <div style={{ filter: 'blur(9px) drop-shadow(0 0 99px red)', transform: 'rotate(3deg)' }}>{v}</div>; if (data) return v", slow),
  inRender("a hundred thousand animations", "if (data) return <div>{Array.from({ length: 40000 }, (_, i) => <i key={i} className='animate-spin' style={{ boxShadow: '0 0 99px red' }}>x</i>)}</div>", slow),
  inRender("table of cells", "if (data) return <table><tbody>{Array.from({ length: 400 }, (_, r) => <tr key={r}>{Array.from({ length: 120 }, (_, c) => <td key={c}>{r * c}</td>)}</tr>)}</tbody></table>", slow),
  inRender("svg pattern of patterns", "if (data) return <svg width='500' height='500'>{Array.from({ length: 20 }, (_, i) => <pattern key={i} id={'p' + i} width='2' height='2' patternUnits='userSpaceOnUse'><rect width='2' height='2' fill={`url(#p${i + 1})`} /></pattern>)}<rect width='500' height='500' fill='url(#p0)' /></svg>", slow),
  inRender("use of use", "if (data) return <svg><defs>{Array.from({ length: 24 }, (_, i) => <g key={i} id={'u' + i}><use href={'#u' + (i + 1)} /><use href={'#u' + (i + 1)} /></g>)}<circle id='u24' r='1' /></defs><use href='#u0' /></svg>", slow),
  inRender("filled array", "const a = Array(1e9).fill(0); a.length", { hasNoControl: "may run out of memory instead" }),
  inRender("expression over a long text", "const found = /(x+x+)+y/.test('x'.repeat(50))"),
  inRender("padded number", "const order = (1).toFixed(100).padStart(2e7).split('').reverse().join('').localeCompare('x')", slow),
  inRender("long text", "if (data) return <p>{'lorem '.repeat(5e7)}</p>", slow),
  inRender("doubled list", "let a = [data]; for (let i = 0; i < 40; i++) a = [...a, ...a]; if (data) return a.length", { hasNoControl: "may run out of memory instead" }),
  inRender("json of a deep tree", "let o = {}; for (let i = 0; i < 2e5; i++) o = { o }; JSON.stringify(o)", { hasNoControl: "React throws" }),
  inRender("permuted rows", "const p = (a) => (a.length < 2 ? [a] : a.flatMap((x, i) => p([...a.slice(0, i), ...a.slice(i + 1)]).map((r) => [x, ...r]))); p(Array.from({ length: 14 }, (_, i) => i)).length"),
  inEffect("timers that breed", "const go = () => { setTimeout(go, 0); setTimeout(go, 0) }; go()", { ...heavy, hasNoControl: "answers between its timers" }),
  inEffect("frames that work", "const go = () => { const end = Date.now() + 900; while (Date.now() < end); requestAnimationFrame(go) }; go()", { ...heavy, hasNoControl: "answers between its frames" }),
  inEffect("observer that resizes itself", "const p = document.querySelector('p'); new ResizeObserver(() => { p.style.height = p.offsetHeight + 50 + 'px'; p.style.display = 'block' }).observe(p)", { ...heavy, codes: ["forbidden_global"], hasNoControl: "one report a frame" }),
  inEffect("nodes by the million", "const f = document.createDocumentFragment(); for (let i = 0; i < 1e6; i++) f.append(document.createElement('div')); document.body.append(f)", { ...heavy, codes: ["forbidden_global"], ...slow }),
  inEffect("messages of great size", "for (let i = 0; i < 40; i++) parent.postMessage(new Uint8Array(5e6), '*')", { ...heavy, codes: ["forbidden_global"], hasNoControl: "the host must stay responsive" }),
  inEffect("says that it is drawn", "const p = document.querySelector('p'); let f = p[Object.keys(p).find((n) => n.startsWith('__reactFiber'))]; while (f) { f.memoizedProps?.onMount?.(); f.memoizedProps?.onCommit?.(); f = f.return } for (;;) if (!data) break", { ...heavy, codes: ["forbidden_global", "forbidden_property"] }),
  inEffect("claims of a false port", "for (let n = 0; n < 60; n++) parent.postMessage({ type: 'pong', n, commits: 0 }, '*', [new MessageChannel().port1]); for (;;) if (!data) break", { ...heavy, codes: ["forbidden_global", "endless_loop"] }),
  inEffect("swallows the questions", "MessagePort.prototype.dispatchEvent = () => true; addEventListener('message', (e) => e.stopImmediatePropagation(), true); for (;;) if (!data) break", { ...heavy, codes: ["forbidden_global", "forbidden_property"] }),
]
