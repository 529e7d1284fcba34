import { beforeEach, describe, expect, it } from "vitest"

import { compileSource } from "@/lib/compile/compile"
import type { FrameHostListener, FrameInput } from "@/lib/sandbox/frame-host"
import type { FrameFailureKind } from "@/lib/sandbox/watchdog"

import { PreviewSession } from "./preview-session"
import type { PreviewStatus } from "./status"

const good = (text: string) => `export const params = { top: { type: "number", default: 5 } }\nexport default function Viz({ params }) { return <p>${text}{params.top}</p> }`

let listener: FrameHostListener
let shown: FrameInput[]
let props: object[]
let statuses: PreviewStatus[]
let declared: object[]
let session: PreviewSession

beforeEach(() => {
  shown = []
  props = []
  statuses = []
  declared = []
  session = new PreviewSession(
    {
      compile: (source) => Promise.resolve(compileSource(source)),
      findIcons: () => Promise.resolve({}),
      openHost: (given) => {
        listener = given
        return { show: (input) => void shown.push(input), setProps: (change) => void props.push(change), setTheme: () => {}, takePicture: () => Promise.resolve(new Blob()), warm: () => {}, dispose: () => {} }
      },
      onStatus: (status) => statuses.push(status),
      onParams: (params) => declared.push(params),
      onNotice: () => {},
    },
    { data: [], results: {}, paramValues: {}, theme: "light" },
  )
})

const flush = async () => {
  for (let n = 0; n < 10; n++) await Promise.resolve()
}
const set = async (source: string, isStreaming = false) => {
  session.setCode(source, isStreaming)
  await flush()
}
const fail = (kind: FrameFailureKind, hasOlder = false) => listener.onFailed({ kind, message: "m", line: 2, column: 1, sourceLine: 0 }, hasOlder)

describe("code", () => {
  it("runs with the declared defaults under the values that were set", async () => {
    session.setParamValues({ other: 1 })
    await set(good("a"))

    expect(shown.map(({ params }) => params)).toEqual([{ top: 5, other: 1 }])
    expect(declared).toEqual([{ top: { type: "number", default: 5 } }])
  })

  it("says nothing of what does not parse while more is to come, and the finding when it is all there", async () => {
    await set("export default function Viz({ data }) { return <p", true)
    expect(statuses).toEqual([])

    await set("export default function Viz({ data }) { return <p", false)
    expect(statuses.at(-1)).toMatchObject({ state: "failed", problem: { kind: "invalid", line: 1 }, hasOlder: false })
  })

  it("keeps the good version when the next is refused, and has it back with its code", async () => {
    await set(good("a"))
    listener.onShown(false)
    await set(good("a").replace("<p>", "<iframe>"))
    expect(statuses.at(-1)).toMatchObject({ state: "failed", hasOlder: true })

    await set(good("a"))
    expect(statuses.at(-1)).toEqual({ state: "shown", isEmpty: false, isSettled: true })
    expect(shown).toHaveLength(1)
  })

  it("is not run again for a change of params, nor compiled", async () => {
    await set(good("a"))
    session.setParamValues({ top: 9 })

    expect(props).toEqual([{ params: { top: 9 } }])
    expect(shown).toHaveLength(1)
  })
})

describe("failures", () => {
  it("point into the page's own source", async () => {
    const source = "// one\n\nexport default function Viz({ data }) {\n  return <p>{data[0].a}</p>\n}"
    const compiled = compileSource(source)
    await set(source)
    listener.onFailed({ kind: "render", message: "m", line: compiled.ok ? compiled.artifact.lines.indexOf(4) + 1 : 0, column: 1, sourceLine: 0 }, false)

    const excerpt = "     1 | // one\n     2 | \n     3 | export default function Viz({ data }) {\n>    4 |   return <p>{data[0].a}</p>\n     5 | }"
    expect(statuses.at(-1)).toEqual({ state: "failed", hasOlder: false, problem: { kind: "render", message: "m", line: 4, excerpt } })
  })

  it("are tried again with new rows", async () => {
    await set(good("a"))
    fail("render")
    session.setData([{ a: 1 }], {})
    await flush()

    expect(shown.map(({ data }) => data)).toEqual([[], [{ a: 1 }]])
  })

  it("of time stop the code from running by itself after the second", async () => {
    await set(good("a"))
    for (let n = 0; n < 2; n++) {
      fail("timeout")
      session.setData([{ n }], {})
      await flush()
    }
    expect(shown).toHaveLength(2)

    session.runAgain()
    await flush()
    expect(shown).toHaveLength(3)
  })
})
