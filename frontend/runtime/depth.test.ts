// @vitest-environment happy-dom
import { expect, it } from "vitest"

import { limitDepth } from "./depth"

limitDepth()

/** A chain of elements, built from the inside out, as React builds. */
const chain = (length: number) => Array.from({ length }, () => document.createElement("div")).reduce((child, parent) => (parent.appendChild(child), parent))

it("bears 600 elements in an element, not one more", () => {
  expect(() => document.createElement("div").appendChild(chain(600))).not.toThrow()
  expect(() => document.createElement("div").appendChild(chain(601))).toThrow(RangeError)
})

it("counts what stands above the place of an insertion", () => {
  const outer = chain(400)
  let innermost: Element = outer
  while (innermost.firstElementChild) innermost = innermost.firstElementChild

  expect(() => innermost.insertBefore(chain(100), null)).not.toThrow()
  expect(() => innermost.insertBefore(chain(300), null)).toThrow(RangeError)
})

it("bears as many siblings as there are", () => {
  const parent = document.createElement("div")

  for (let n = 0; n < 2_000; n++) parent.appendChild(document.createElement("i"))

  expect(parent.childElementCount).toBe(2_000)
})
