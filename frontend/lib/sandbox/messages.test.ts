import { expect, it } from "vitest"

import { readFrameMessage } from "./messages"

const png = (size: number) => {
  const bytes = new Uint8Array(size)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return bytes.buffer
}

it.each([
  [{ type: "ready", failures: ["a", 1] }, { type: "ready", failures: ["a", "1"] }],
  [{ type: "committed", isEmpty: "yes", extra: {} }, { type: "committed", isEmpty: false }],
  [{ type: "pong", n: 3, commits: 9 }, { type: "pong", n: 3, commits: 9 }],
  [{ type: "size", height: 1e9 }, { type: "size", height: 4000 }],
  [{ type: "picture", png: png(20) }, { type: "picture", png: png(20) }],
  [{ type: "picture", png: png(30_000_001) }, { type: "picture", png: null }],
  [{ type: "picture", png: new TextEncoder().encode("<svg onload=alert(1)>").buffer }, { type: "picture", png: null }],
  [{ type: "picture", png: "data:image/png;base64,AAAA" }, { type: "picture", png: null }],
  [{ type: "size", height: 0 }, { type: "size", height: 50 }],
  [
    { type: "error", kind: "render", message: "x".repeat(5000), line: -1, column: "2", sourceLine: 1.5 },
    { type: "error", kind: "render", message: "x".repeat(2000), line: 0, column: 0, sourceLine: 1 },
  ],
])("reads %j", (claim, expected) => {
  expect(readFrameMessage(claim)).toEqual(expected)
})

it.each([null, undefined, 1, "ready", [], {}, { type: "navigate", url: "x" }, { type: "pong", n: NaN, commits: 1 }, { type: "size", height: "9" }, { type: "error", kind: "fatal" }, { type: "ready" }, { type: "ready", failures: Array(999).fill("x") }])("ignores %j", (claim) => {
  expect(readFrameMessage(claim)).toBeUndefined()
})
