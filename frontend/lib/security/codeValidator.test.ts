import { describe, expect, it } from "vitest"

import { validateCode } from "./codeValidator"

const viz = (body: string, head = "") => `${head}\nexport default function Viz({ data, params }) {\n  ${body}\n}\n`
const codes = (source: string) => validateCode(source).diagnostics.map((item) => item.code)

/** Each refused line stands beside look-alikes that must pass. */
const rules: { rule: string; code: string; refused: string[]; accepted: string[] }[] = [
  {
    rule: "free identifiers",
    code: "forbidden_global",
    refused: [
      viz("fetch('/x'); return null"),
      viz("return <p>{window.name}</p>"),
      viz("const f = eval; return null"),
      viz("return <p>{typeof document}</p>"),
      viz("new Function('return 1')(); return null"),
      viz("globalThis['fet' + 'ch']('/x'); return null"),
      viz("{ const fetch = 1 } fetch('/x'); return null"),
      viz("function f(a = fetch) { var fetch = 1; return a } return f()"),
      viz("const { a = localStorage } = {}; return null"),
      viz("return <window.Foo />"),
      viz("return arguments[0]"),
      viz("({ fetch }); return null"),
      viz("for (top of data) {} return null"),
      viz("class A { static { var self = 1 } } return self"),
      viz("try {} catch { } return parent"),
      viz("fetch`x`; return null"),
      viz("const __cw_g = 1; return __cw_g"),
    ],
    accepted: [
      viz("const fetchedAt = data[0]?.fetchedAt; const windowSize = 3; return <p>{fetchedAt}{windowSize}</p>"),
      viz("const { window, parent, top, open, location, history } = data[0]; return <p>{window}{parent}{top}{open}{location}{history}</p>"),
      viz("const window = 7; const sums = data.map((row, index) => index - window); return <p>{sums.length}</p>"),
      viz("return <p title=\"eval(document.cookie)\">never call eval() or fetch()</p>"),
      viz("const row = { document: 1, eval: 2, self: 3 }; return <p>{row.document + row.eval + row.self}</p>"),
      viz("label: for (const a of data) { for (const b of data) { if (a === b) continue label } } return null"),
      viz("return data.map(({ parent: p, ...rest }) => <p key={p}>{rest.open}</p>)"),
      viz("const exports = data.filter((row) => row.kind === 'export'); const imports = 2; return <p>{exports.length + imports}</p>"),
      viz("const f = (n: number): number => (n < 2 ? n : f(n - 1)); return <p>{f(3)}</p>"),
    ],
  },
  {
    rule: "unknown names",
    code: "undeclared_name",
    refused: [viz("return <Card>{data.length}</Card>"), viz("return <p>{totl}</p>")],
    accepted: [viz("const total = 1; return <p>{total}</p>")],
  },
  {
    rule: "property names",
    code: "forbidden_property",
    refused: [
      viz("return data.constructor"),
      viz("return data['constructor']"),
      viz("return data['con' + 'structor']"),
      viz("return data[`constr${'uctor'}`]"),
      viz("return data[['con', 'structor'].join('')]"),
      viz("return data[String.fromCharCode(99,111,110,115,116,114,117,99,116,111,114)]"),
      viz("const key = 'const' + 'ructor'; return data[key]"),
      viz("const { constructor: c } = data; return null"),
      viz("const { a: { __proto__: p } } = data; return null"),
      viz("return data?.map?.constructor"),
      viz("for (const { constructor: c } of data) c; return null"),
      viz("try { } catch ({ constructor: c }) { } return null"),
      viz("const f = ({ constructor: c }) => c; return f(data)"),
      viz("return <p {...{ dangerouslySetInnerHTML: { __html: 'x' } }} />"),
      viz("return { __proto__: data }"),
      viz("return <p ref={(node) => node.ownerDocument.title} />"),
      viz("return <p onClick={(event) => event.view.alert(1)} />"),
      viz("return <p onClick={({ view }) => view.alert(1)} />"),
      viz("return <p onClick={(event) => event.nativeEvent} />"),
      viz("Object.defineProperty(data, 'x', { get() { return 1 } }); return null"),
      viz("const p = Object.prototype; return null"),
      viz("const has = Object.prototype.hasOwnProperty; return null"),
      viz("const call = Object.prototype.hasOwnProperty.call; return null"),
      viz("Object.prototype.toString = () => 'x'; return null"),
      viz("return Object.prototype['hasOwnProperty'].call(data, 'x')"),
      viz("return Object.prototype.constructor.call(data, 'x')"),
      viz("return Object.prototype.hasOwnProperty.apply(data, ['x'])"),
      viz("return Function.prototype.toString.call(data)"),
      viz("const Object = data; return Object.prototype.hasOwnProperty.call(data, 'x')"),
    ],
    accepted: [
      viz("return <p>{data[0].constructorName}{data[0].constructors}</p>"),
      viz("const rows = [{ constructor: 'Ferrari', points: 3 }]; return <p>{rows.length}</p>"),
      viz("return data.map((row) => <p key={row.view}>{row.views}{row.caller}{row.name}</p>)"),
      viz("return data.map((e) => <p key={e.id}>{e.view}</p>)"),
      viz("const dim = params.dimension; return data.map((row, i) => <p key={i}>{row[dim]}</p>)"),
      viz("return <p>{Object.keys(data[0]).map((key) => data[0][key])}</p>"),
      viz("return <p>{data[0].__typename}{/a/.exec('a')?.index}</p>"),
      viz("return <p>{String(Object.prototype.hasOwnProperty.call(data[0], 'a'))}{Array.prototype.slice.call(data, 1).length}</p>"),
      viz("class Stats { constructor() { this.n = 0 } } return <p>{new Stats().n}</p>"),
    ],
  },
  {
    rule: "syntax",
    code: "forbidden_syntax",
    refused: [
      viz("import('recharts'); return null"),
      viz("debugger; return null"),
      viz("return import.meta.url"),
      viz("return this"),
      viz("function f() { return this } return f()"),
      viz("setTimeout('alert(1)', 1); return null"),
      viz("return null", "namespace A { export const b = 1 }"),
      viz("return null", "import fs = require('fs')"),
      viz("return null", "await data"),
    ],
    accepted: [
      viz("setTimeout(() => {}, 1); return null"),
      viz("class A { n = 1; get() { return [1].map(() => this.n) } } return <p>{new A().get()}</p>"),
      viz("return <p>{Kind.A}</p>", "enum Kind { A, B = 5, C = 'c', D = 1 << 2 }"),
      viz("function* g() { yield 1 } return <p>{[...g()]}</p>"),
      viz("const wait = async () => { await Promise.resolve() }; return <button onClick={wait}>go</button>"),
    ],
  },
  {
    rule: "modules",
    code: "unknown_module",
    refused: [
      viz("return null", 'import x from "fs"'),
      viz("return null", 'import x from "react-dom"'),
      viz("return null", 'import { Bar } from "recharts/es6/index"'),
      viz("return null", 'import { cn } from "@/lib/utils"'),
      viz("return null", 'import { Card } from "@/components/ui/../ui/card"'),
      viz("return null", 'import type { A } from "d3"'),
      viz("return null", 'import "https://evil.example/x.js"'),
      viz("return null", 'import { Carrd } from "@/components/ui/carrd"'),
    ],
    accepted: [viz("return null", 'import type { ValueType } from "recharts/types/component/DefaultTooltipContent"'), viz("const f = ({ payload }: TooltipProps<ValueType, NameType>) => null; return <Tooltip content={f} />", 'import { Tooltip, TooltipProps } from "recharts"\nimport { NameType, ValueType } from "recharts/types/component/DefaultTooltipContent"'), viz("return <Card>{useMemo(() => 1, [])}</Card>", 'import React, { useMemo, type ReactNode } from "react"\nimport { Card } from "@/components/ui/card"')],
  },
  {
    rule: "imported names",
    code: "unknown_import",
    refused: [
      viz("return <Barchart />", 'import { Barchart } from "recharts"'),
      viz("return <Recharts.Bar />", 'import Recharts from "recharts"'),
      viz("return <HomeHouse />", 'import { HomeHouse } from "lucide-react"'),
      viz("return <CardTitel />", 'import { CardTitel } from "@/components/ui/card"'),
      viz("return <p>{CSSProperties}</p>", 'import { CSSProperties } from "react"'),
      viz("return null", 'import { __CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE as x } from "react"'),
    ],
    accepted: [
      viz("return null", 'import { CSSProperties, ReactNode } from "react"\nimport { LucideIcon } from "lucide-react"\nimport { ChartConfig } from "@/components/ui/chart"'),
      viz("return <Bar />", 'import { Bar } from "recharts"'),
      viz("return <><House /><HomeIcon /><LucideHouse /></>", 'import { House, HomeIcon, LucideHouse } from "lucide-react"'),
      viz("const icon: LucideIcon | null = null; return null", 'import { LucideIcon } from "lucide-react"'),
      viz("return <R.BarChart />", 'import * as R from "recharts"'),
    ],
  },
  {
    rule: "the default export",
    code: "contract_default_export",
    refused: [
      "export const a = 1",
      "export default function Chart({ data }) { return null }",
      "export default async function Viz({ data }) { return null }",
      "export default function* Viz({ data }) { yield null }",
      "export default ({ data }) => null",
      "const Viz = () => null\nexport default Viz",
      "export default class Viz {}",
      "export default function Viz() { return null }\nexport default 1",
      "function Viz() { return null }\nexport { Viz as default }",
    ],
    accepted: [viz("return null"), "export default function Viz(props) { return <p>{props.data.length}</p> }", "export default function Viz({ data, results, params = {}, height = 300, ...rest }: any) { return null }"],
  },
  {
    rule: "the parameters",
    code: "contract_parameters",
    refused: ["export default function Viz(data, params) { return null }", "export default function Viz({ rows }) { return null }", "export default function Viz([data]) { return null }"],
    accepted: ["export default function Viz({ data: rows }) { return <p>{rows.length}</p> }"],
  },
  {
    rule: "other exports",
    code: "forbidden_export",
    refused: [viz("return null", 'export * from "react"'), viz("return null", 'export { useState } from "react"')],
    accepted: [viz("return null", "export type Row = { a: number }\nexport interface B { c: string }\nexport const helper = 1")],
  },
  {
    rule: "elements",
    code: "forbidden_element",
    refused: ["script", "iframe", "object", "embed", "link", "meta", "base", "form", "style", "video", "audio", "my-widget", "marquee"]
      .map((tag) => viz(`return <${tag} />`))
      .concat(viz("return createElement('iframe')", 'import { createElement } from "react"'), viz("return <svg:script />")),
    accepted: [
      viz("return <svg><defs><linearGradient id=\"a\"><stop offset=\"0\" /></linearGradient></defs><title>t</title><foreignObject><div /></foreignObject></svg>"),
      viz("const icons = { a: Home }; const Icon = icons[params.icon]; return <Icon />", 'import { Home } from "lucide-react"'),
      viz("const tags = { Script: Home }; return <tags.Script />", 'import { Home } from "lucide-react"'),
    ],
  },
  {
    rule: "attributes",
    code: "forbidden_attribute",
    refused: [
      viz("return <a href=\"https://evil.example\">x</a>"),
      viz("return <a href={data[0].url}>x</a>"),
      viz("return <a href=\"javascript:alert(1)\">x</a>"),
      viz("return <img src={`https://evil.example/${data[0].a}`} />"),
      viz("return <img srcSet=\"https://evil.example/a 1x\" />"),
      viz("return <svg><image xlinkHref=\"https://evil.example\" /></svg>"),
      viz("return <svg><use xlink:href=\"https://evil.example#a\" /></svg>"),
      viz("return <p dangerouslySetInnerHTML={{}} />"),
      viz("return <p onClick=\"alert(1)\" />"),
      viz("return <button formAction=\"https://evil.example\" />"),
      viz("return <input type=\"password\" />"),
      viz("return <svg><animate attributeName=\"href\" to=\"https://evil.example\" /></svg>"),
      viz("return <img src=\"data:text/html,x\" />"),
    ],
    accepted: [
      viz("return <a href=\"#top\">up</a>"),
      viz("return <a href={`#${data[0].id}`}>up</a>"),
      viz("return <img alt=\"\" src=\"data:image/png;base64,AAAA\" />"),
      viz("return <Thing href={data[0].url} data={data} src=\"x\" />", "const Thing = (props) => <p>{props.href}</p>"),
      viz("return <svg><use href=\"#a\" /></svg>"),
    ],
  },
  {
    rule: "addresses in styles",
    code: "external_url",
    refused: [
      viz("return <p style={{ background: 'url(https://evil.example)' }} />"),
      viz("return <p style={{ background: `url(${data[0].a})` }} />"),
      viz("const image = 'url(//evil.example)'; return <p style={{ backgroundImage: image }} />"),
      viz("return <p style={{ background: params.on ? 'u' + 'rl(//evil.example)' : 'red' }} />"),
      viz("return <rect fill=\"url(https://evil.example#a)\" />"),
      viz("return <p className=\"bg-[url(https://evil.example/a.png)]\" />"),
    ],
    accepted: [
      viz("return <rect fill=\"url(#grad)\" />"),
      viz("return <rect fill={`url(#grad-${params.id})`} stroke={\"url('#b')\"} />"),
      viz("return <p>write url(https://example.org) or curl(1)</p>"),
      viz("return <p style={{ background: 'url(data:image/png;base64,AA)' }} />"),
    ],
  },
  {
    rule: "endless loops",
    code: "endless_loop",
    refused: [viz("while (true) {} return null"), viz("for (;;) { data.push(1) } return null"), viz("do { switch (1) { case 1: break } } while (true); return null"), viz("while (1) { const f = () => { return 1 } } return null")],
    accepted: [viz("let n = 0; while (true) { if (++n > 3) break } return <p>{n}</p>"), viz("for (;;) { return null }"), viz("let n = 9; while (n --> 0) {} return <p>{n}</p>")],
  },
  {
    rule: "shared objects",
    code: "read_only_name",
    refused: [viz("Math.random = () => 1; return null"), viz("React.createElement = null; return null", 'import React from "react"'), viz("Object = 1; return null"), viz("delete JSON.parse; return null"), viz("useState = 1; return null", 'import { useState } from "react"')],
    accepted: [viz("const ref = useRef(null); ref.current = 1; const o = {}; o.a = 1; delete o.a; return null", 'import { useRef } from "react"')],
  },
  {
    rule: "characters",
    code: "forbidden_characters",
    refused: [viz("const a = 1; a <!--a; return null"), viz("const \\u0066etch = 1; return null"), viz("const s = '\u202e'; return null")],
    accepted: [viz("const s = '<!-- --> \\u0041'; /* <!-- old --> */ return <p>{s}{`\\n`}{/\\d-->/.source}</p>"), viz("const продажи = 1; return <p>{продажи}</p>")],
  },
  {
    rule: "size and depth",
    code: "too_deep",
    refused: [viz(`return ${"[".repeat(3000)}${"]".repeat(3000)}`), viz(`return ${"(".repeat(20000)}1${")".repeat(20000)}`), viz(`return ${"!".repeat(5000)}1`)],
    accepted: [viz(`return <p>{${"(".repeat(40)}1${")".repeat(40)}}</p>`)],
  },
  {
    rule: "source size",
    code: "source_too_large",
    refused: [viz(`return "${"x".repeat(110_000)}"`)],
    accepted: [viz(`const s = "${"x".repeat(50_000)}"; return <p>{s.length}</p>`)],
  },
  {
    rule: "syntax errors",
    code: "syntax_error",
    refused: [viz("return <p>"), viz("const = 1"), "", viz("with (data) {} return null"), viz("@dec class A {} return null")].filter((source) => source !== ""),
    accepted: ['"use client"\n' + viz("return <p>{data.length}</p>")],
  },
]

describe.each(rules)("$rule", ({ code, refused, accepted }) => {
  it.each(refused)("refuses %j", (source) => {
    expect(codes(source)).toContain(code)
  })

  it.each(accepted)("accepts %j", (source) => {
    expect(validateCode(source).diagnostics).toEqual([])
  })
})

describe("diagnostics", () => {
  it("point at the place, 1-based, and offer the nearest names", () => {
    const { diagnostics } = validateCode('import { BarChrt } from "recharts"\n' + viz("return <BarChrt />"))

    expect(diagnostics).toEqual([{ code: "unknown_import", message: '"recharts" does not export BarChrt.', line: 1, column: 10, hint: "Did you mean BarChart or Bar?" }])
  })

  it("name the module that has the missing import", () => {
    expect(validateCode(viz("return <CardTitle />")).diagnostics[0]?.hint).toBe('Add import { CardTitle } from "@/components/ui/card".')
    expect(validateCode('import { Card } from "recharts"\n' + viz("return <Card />")).diagnostics[0]?.hint).toBe('Card comes from "@/components/ui/card".')
  })

  it("stay few however much is wrong", () => {
    expect(validateCode(viz(Array.from({ length: 200 }, () => "fetch(1)").join("; "))).diagnostics).toHaveLength(20)
  })
})
