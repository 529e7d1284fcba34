import { expect, it } from "vitest"
import { createMemoryArea } from "@/lib/storage"
import { createHistoryStore, filterHistory, type HistoryApi } from "./history-store"

const item = (id: string, title = id) => ({ id, title, createdAt: "2026-01-02T03:04:05Z", updatedAt: "2026-01-02T03:04:05Z" })

function create(script: Partial<HistoryApi> = {}, area = createMemoryArea()) {
  const told = { removed: [] as (string | null)[], errors: [] as unknown[] }
  const api: HistoryApi = {
    list: () => Promise.resolve({ items: [item("a"), item("b")], nextCursor: null }),
    rename: () => Promise.resolve(),
    remove: () => Promise.resolve(),
    clear: () => Promise.resolve(),
    ...script,
  }
  const store = createHistoryStore({ api, area: () => area, onRemoved: (id) => void told.removed.push(id), onError: (error) => void told.errors.push(error) })
  return { store, told, area }
}
const titles = (store: ReturnType<typeof create>["store"]) => store.getState().items.map(({ title }) => title)

it("lists what the server has and keeps it for the next visit", async () => {
  const { store, area } = create()
  await store.getState().load()
  expect(titles(store)).toEqual(["a", "b"])
  const later = create({}, area)
  later.store.getState().start()
  expect(titles(later.store)).toEqual(["a", "b"])
})

it("appends the next page once", async () => {
  const { store } = create({
    list: (cursor) => Promise.resolve(cursor === null ? { items: [item("a")], nextCursor: "2" } : { items: [item("a"), item("b")], nextCursor: null }),
  })
  await store.getState().load()
  await store.getState().loadMore()
  await store.getState().loadMore()
  expect(titles(store)).toEqual(["a", "b"])
})

it("renames at once, and takes it back when the server refuses", async () => {
  const { store, told } = create({ rename: () => Promise.reject(new Error("That name is too long.")) })
  await store.getState().load()
  const renaming = store.getState().rename("a", " new ")
  expect(titles(store)).toEqual(["new", "b"])
  await renaming
  expect(titles(store)).toEqual(["a", "b"])
  expect(store.getState().problem).toBe("That name is too long.")
  expect(told.errors).toHaveLength(1)
})

it("removes one and clears all", async () => {
  const { store, told } = create()
  await store.getState().load()
  await store.getState().remove("a")
  expect(titles(store)).toEqual(["b"])
  await store.getState().clear()
  expect(titles(store)).toEqual([])
  expect(told.removed).toEqual(["a", null])
})

it("keeps the list it has when the server does not answer", async () => {
  let isDown = false
  const { store } = create({ list: () => (isDown ? Promise.reject(new TypeError("fetch failed")) : Promise.resolve({ items: [item("a")], nextCursor: null })) })
  await store.getState().load()
  isDown = true
  await store.getState().load()
  expect(store.getState()).toMatchObject({ status: "failed", problem: "The server did not answer.", items: [item("a")] })
})

it.each([
  ["sales region", ["Total sales by region"]],
  ["SALES", ["Total sales by region", "Monthly sales"]],
  ["  ", ["Total sales by region", "Monthly sales"]],
  ["horse", []],
])("finds %j by its words", (search, found) => {
  const items = [item("1", "Total sales by region"), item("2", "Monthly sales")]
  expect(filterHistory(items, search).map(({ title }) => title)).toEqual(found)
})
