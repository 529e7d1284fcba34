import { expect, it } from "vitest"
import { createMemoryArea } from "@/lib/storage"
import { createErrorLogStore } from "./error-log-store"

const create = (area = createMemoryArea()) => ({ area, store: createErrorLogStore({ area: () => area, now: () => "2026-01-02T03:04:05Z" }) })

it("keeps what failed, newest first, over a reload", () => {
  const { store, area } = create()
  store.getState().log("chat", Object.assign(new Error("no such table"), { code: "unknown_table" }))
  store.getState().log("page", new TypeError("x is undefined"))
  const later = create(area).store
  later.getState().start()
  expect(later.getState().entries).toEqual([
    { id: 2, at: "2026-01-02T03:04:05Z", source: "page", code: null, message: "x is undefined", count: 1 },
    { id: 1, at: "2026-01-02T03:04:05Z", source: "chat", code: "unknown_table", message: "no such table", count: 1 },
  ])
})

it("counts the same failure instead of repeating it", () => {
  const { store } = create()
  for (let times = 0; times < 3; times += 1) store.getState().log("page", new Error("again"))
  expect(store.getState().entries.map(({ count }) => count)).toEqual([3])
})

it("is bounded in entries and length", () => {
  const { store } = create()
  for (let index = 0; index < 150; index += 1) store.getState().log("page", new Error(`${String(index)} ${"x".repeat(2000)}`))
  expect(store.getState().entries).toHaveLength(100)
  expect(store.getState().entries[0]?.message).toHaveLength(500)
})

it.each([null, undefined, "text", 5, { message: 7 }, new Error("")])("takes whatever was thrown: %j", (thrown) => {
  const { store } = create()
  store.getState().log("page", thrown)
  expect(store.getState().entries).toMatchObject([{ message: "Unknown failure", code: null }])
})

it("drops stored entries of another shape", () => {
  const { store, area } = create()
  area.setItem("chartwright.errors", JSON.stringify({ version: 1, value: [{ id: "1" }, 5, { id: 1, at: "t", source: "s", message: "m", code: null, count: 1 }] }))
  store.getState().start()
  expect(store.getState().entries).toHaveLength(1)
})
