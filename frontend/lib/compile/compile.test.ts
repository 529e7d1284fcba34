import { createElement, Fragment, type ReactElement } from "react"
import { describe, expect, it } from "vitest"

import { validateCode } from "../security/codeValidator"
import { compileSource } from "./compile"

const viz = (body: string, head = "") => `${head}\nexport default function Viz({ data, params }) {\n  ${body}\n}\n`

function compiled(source: string) {
  const result = compileSource(source)
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return result.artifact
}

/** Runs compiled code as the frame does: a function of the names the compiler uses. */
function run(source: string, guard: (line: number) => void = () => {}, modules: Record<string, unknown> = {}) {
  const exports: { default?: (props: object) => unknown } = {}
  const body = new Function("React", "require", "exports", "__cw_h", "__cw_F", "__cw_g", "__cw_m", compiled(source).code)
  body({}, undefined, exports, createElement, Fragment, guard, (name: string) => modules[name])
  if (!exports.default) throw new Error("no default export")
  return exports.default
}

describe("JSX", () => {
  it("keeps React's rules of text, attributes, spreads and fragments", () => {
    const Viz = run(
      viz(`const rest = { id: "r", title: "old" }
      return <div {...rest} title="new" data-n={1} hidden aria-label="two
          lines">
        one
        two {1 + 1} <b>&amp;&nbsp;</b>
        <>{[<i key="a" />]}</>
        {/* nothing */}
      </div>`),
    )

    const element = Viz({ data: [] }) as ReactElement<Record<string, unknown>>
    expect({ ...element.props, children: undefined }).toEqual({ id: "r", title: "new", "data-n": 1, hidden: true, "aria-label": "two lines", children: undefined })
    const children = element.props["children"] as unknown[]
    expect(children.slice(0, 3)).toEqual(["one two ", 2, " "])
    expect((children[3] as ReactElement<{ children: string }>).props.children).toBe("&\u00a0")
    expect((children[4] as ReactElement).type).toBe(Fragment)
  })

  it("takes components from scope and members", () => {
    const Chart = () => null
    const Viz = run(viz("const icons = { Up: Chart }; return [<Chart key=\"a\" />, <icons.Up key=\"b\" />]", 'import { Bar as Chart } from "recharts"'), undefined, { recharts: { Bar: Chart } })

    expect((Viz({}) as ReactElement[]).map((item) => item.type)).toEqual([Chart, Chart])
  })
})

describe("modules and types", () => {
  it("binds default, namespace, named and renamed imports", () => {
    const react = { useState: () => 1 }
    const Viz = run(viz("return [React === R, useState === u, React.useState === u]", 'import React, * as R from "react"\nimport { useState, useState as u } from "react"'), undefined, { react })

    expect(Viz({})).toEqual([true, true, true])
  })

  it("drops types and turns enums into objects", () => {
    const Viz = run(viz("const a = (data as Row[])[0]!; return [a satisfies Row, Kind.A, Kind[0], Kind.C]", "type Row = { n: number }\ninterface X<T> { a: T }\nenum Kind { A, C = 'c' }\nfunction id<T>(x: T): T { return x }\nid<number>(1)"))

    expect(Viz({ data: [7] })).toEqual([7, 0, "A", "c"])
  })

  it("assigns parameter properties after super()", () => {
    const Viz = run(viz("const [a, b] = [new A(1), new B(2)]; return [a.n, a.kind, b.n, b.unit]", "class A { constructor(public readonly n: number, kind = 'a', protected kindOf = kind) { this.kind = this.kindOf } kind: string }\nclass B extends A { constructor(n: number, private unit = 'kg') { super(n); this.n += this.unit.length } }"))

    expect(Viz({})).toEqual([1, "a", 4, "kg"])
  })

  it("bears the language's words as property names", () => {
    expect(run(viz("const o = { import: 1, export: 2, with: 3, debugger: 4 }; const { import: i } = o; return [i, o.import, o?.export, [5].with(0, o.with), o.debugger]"))({})).toEqual([1, 1, 2, [3], 4])
  })

  it("allows locals named like the parameters of the outer function", () => {
    expect(run(viz("const exports = 1, require = 2; return exports + require"))({})).toBe(3)
  })

  it("runs strict", () => {
    expect(run("export default function Viz() { const text = 'abc'; try { text.length = 1 } catch { return 'strict' } }")({})).toBe("strict")
  })

  it("names the icons the code imports", () => {
    expect(compiled(viz("return null", 'import { House, Activity as A } from "lucide-react"')).icons).toEqual(["Activity", "House"])
    expect(compiled(viz("return null", 'import * as Icons from "lucide-react"')).icons).toBe("all")
  })
})

describe("guards", () => {
  const abort = new Error("time is up")
  /** Lets `allowed` checks pass, then throws at every one. */
  const limited = (allowed: number) => {
    let left = allowed
    return () => {
      if (--left < 0) throw abort
    }
  }

  it.each([
    "while (data.length < 1) ;",
    "for (;;) { if (data.x) break }",
    "do {} while (!data.x)",
    "for (const x of (function* () { while (!data.x) yield 1 })()) x",
    "const f = () => f(); try { f() } catch { for (;;) { if (data.x) break } }",
    "for (;;) { try { while (!data.x) {} } catch {} finally { while (!data.x) {} } if (data.x) break }",
    "const f = (n) => { try { return f(n + 1) } catch { return f(n + 1) } finally { f(n) } }; f(0)",
    "class A { get x() { while (!data.x) {} } static y = (() => { while (!data.x) {} })() }",
    "const o = { m() { o.m(); }, get g() { return o.g } }; o.g",
  ])("end %s, and no catch survives them", (body) => {
    const Viz = run(viz(`${body}; return 1`), limited(50))

    expect(() => Viz({ data: [] })).toThrow(abort)
  })

  it("tell the line of the source", () => {
    const lines: number[] = []
    const Viz = run("\n\nexport default function Viz() {\n  // a comment\n  for (const a of [1])\n    a\n  return 1\n}", (line) => lines.push(line))

    Viz({})

    expect(lines).toEqual([3, 5])
  })
})

describe("lines", () => {
  it("lead back to the source", () => {
    const source = "// one\n\nimport { useState } from \"react\"\n\nexport default function Viz({ data }) {\n  /* two\n  lines */\n  const total = data.total.value\n  return <p>{total}</p>\n}\n"
    const { code, lines } = compiled(source)

    const at = code.split("\n").findIndex((line) => line.includes("data.total.value"))
    expect(lines[at]).toBe(8)
  })
})

describe("refusals", () => {
  it("are those of the validator", () => {
    const source = viz("return fetch('/x')")

    expect(compileSource(source)).toEqual({ ok: false, diagnostics: validateCode(source).diagnostics })
  })

  it("never throw, whatever is given", () => {
    for (const source of ["", "\0", "}", "<", "export default function Viz(){return <a", "x".repeat(200_000), "((((".repeat(9000)]) {
      expect(compileSource(source).ok).toBe(false)
    }
  })
})
