import { expect, it } from "vitest"
import { createMemoryArea } from "./memory-area"
import { createStoredValue, type StorageArea } from "./stored-value"

const parse = (value: unknown) => (Array.isArray(value) && value.every((item) => typeof item === "string") ? value : null)
const stored = (area: StorageArea | null, version = 1, maxChars = 1000) =>
  createStoredValue<string[]>({ area, key: "k", version, maxChars, parse, shrink: (value) => (value.length > 0 ? value.slice(1) : null) })

it("reads what it wrote", () => {
  const area = createMemoryArea()
  stored(area).write(["a", "b"])
  expect(stored(area).read()).toEqual(["a", "b"])
})

it("drops what another version wrote", () => {
  const area = createMemoryArea()
  stored(area, 1).write(["a"])
  expect(stored(area, 2).read()).toBeNull()
})

it.each(["not json", "null", "[]", '{"version":1,"value":[1]}', '{"version":1}'])("drops %s", (text) => {
  const area = createMemoryArea()
  area.setItem("k", text)
  expect(stored(area).read()).toBeNull()
})

it("leaves out the oldest until the rest fits its own bound", () => {
  const area = createMemoryArea()
  stored(area, 1, 40).write(["a".repeat(30), "b".repeat(10)])
  expect(stored(area).read()).toEqual(["b".repeat(10)])
})

it("leaves out the oldest until the browser takes the rest", () => {
  const area = createMemoryArea(40)
  stored(area).write(["a".repeat(30), "b"])
  expect(stored(area).read()).toEqual(["b"])
})

it("removes the stale value when nothing fits", () => {
  const area = createMemoryArea(10)
  area.entries.set("k", '{"version":1,"value":["old"]}')
  stored(area).write(["new"])
  expect(stored(area).read()).toBeNull()
})

it("keeps nothing, and does not fail, where storage is forbidden", () => {
  const value = stored(null)
  value.write(["a"])
  value.clear()
  expect(value.read()).toBeNull()
})
