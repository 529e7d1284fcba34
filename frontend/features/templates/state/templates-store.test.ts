import { describe, expect, it } from "vitest"
import { createTemplatesStore, type TemplatesApi, type TemplateSummary } from "./templates-store"

const template = (id: string, name = `Template ${id}`): TemplateSummary => ({
  id, name, prompt: "total sales by region", artifactId: "a1", createdAt: "2026-01-01T10:00:00Z", updatedAt: "2026-01-01T10:00:00Z",
})

function storeWith(answers: Partial<TemplatesApi>) {
  const calls: unknown[][] = []
  const record = <Args extends unknown[], R>(name: string, answer?: (...args: Args) => Promise<R>) =>
    (...args: Args) => {
      calls.push([name, ...args])
      return answer ? answer(...args) : Promise.reject(new Error(`${name} was not expected`))
    }
  const store = createTemplatesStore({
    list: record("list", answers.list ?? (async () => ({ items: [template("1"), template("2")], nextCursor: null }))),
    rename: record("rename", answers.rename),
    remove: record("remove", answers.remove),
  })
  return { store, calls }
}

describe("templates", () => {
  it("come page by page", async () => {
    const { store } = storeWith({
      list: async (cursor) => (cursor === null ? { items: [template("1")], nextCursor: "c" } : { items: [template("2")], nextCursor: null }),
    })

    await store.getState().load()
    await store.getState().loadMore()
    await store.getState().loadMore()

    expect(store.getState().items.map((item) => item.id)).toEqual(["1", "2"])
  })

  it("say that the server did not answer", async () => {
    const { store } = storeWith({ list: async () => { throw new TypeError("fetch failed") } })

    await store.getState().load()

    expect(store.getState()).toMatchObject({ status: "failed", problem: "The server did not answer. Check that it is running and try again." })
  })

  it("are renamed at once, and back when that failed", async () => {
    const { store, calls } = storeWith({ rename: async () => { throw new Error("Storage is full.") } })
    await store.getState().load()

    const renaming = store.getState().rename("1", "  Sales  ")
    expect(store.getState().items[0]?.name).toBe("Sales")
    await renaming

    expect(store.getState().items[0]?.name).toBe("Template 1")
    expect(store.getState().problem).toBe("The name was not saved. Storage is full.")
    expect(calls.at(-1)).toEqual(["rename", "1", "Sales"])
  })

  it("are not renamed to nothing", async () => {
    const { store, calls } = storeWith({})
    await store.getState().load()

    await store.getState().rename("1", "  ")

    expect(calls).toEqual([["list", null]])
  })

  it("are deleted at once, and come back in their place when that failed", async () => {
    const { store } = storeWith({ remove: async () => { throw new Error("Try again.") } })
    await store.getState().load()

    const removing = store.getState().remove("1")
    expect(store.getState().items.map((item) => item.id)).toEqual(["2"])
    await removing

    expect(store.getState().items.map((item) => item.id)).toEqual(["1", "2"])
  })
})
