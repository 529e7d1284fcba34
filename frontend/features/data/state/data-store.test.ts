import { describe, expect, it } from "vitest"
import { columnOf, tableOf } from "../testing/fixtures"
import type { DataApi, UploadOptions } from "./catalog-types"
import { createDataStore } from "./data-store"
import { questionsFor } from "./questions"

const table = tableOf
const file = (name: string) => new File(["a,b\n1,2\n"], name)

class Refusal extends Error {
  constructor(readonly code: string, message: string) {
    super(message)
  }
}

function storeWith(answers: Partial<DataApi> = {}) {
  const uploads: { name: string; options: UploadOptions }[] = []
  let next = 0
  const store = createDataStore({
    newId: () => `u${String(++next)}`,
    api: {
      catalog: async () => ({ dataVersion: "v1", suggestions: [], tables: [] }),
      sample: async () => ({ columns: [], rows: [] }),
      remove: async () => undefined,
      ...answers,
      upload: async (sent, options) => {
        uploads.push({ name: sent.name, options })
        return answers.upload ? answers.upload(sent, options) : table(sent.name.replace(".csv", ""))
      },
    },
  })
  return { store, uploads, first: () => store.getState().uploads[0] }
}

describe("uploads", () => {
  it("become tables one after the other", async () => {
    const { store, uploads } = storeWith({ catalog: async () => ({ dataVersion: "v2", suggestions: ["q"], tables: [table("a"), table("b")] }) })

    await store.getState().importFiles([file("b.csv"), file("a.csv")])

    expect(uploads.map((upload) => upload.name)).toEqual(["b.csv", "a.csv"])
    expect(store.getState().uploads.map(({ status, table: made }) => [status, made?.name])).toEqual([["done", "b"], ["done", "a"]])
    expect(store.getState().tables.map(({ name }) => name)).toEqual(["a", "b"])
    expect(store.getState().suggestions).toEqual(["q"])
  })

  it("tell how much is sent, then that it is being read", async () => {
    const seen: unknown[] = []
    const { store } = storeWith({
      upload: async (_, { onProgress }) => {
        onProgress(4, 8)
        seen.push(store.getState().uploads.map(({ status, sentBytes }) => [status, sentBytes]))
        onProgress(8, 8)
        seen.push(store.getState().uploads.map(({ status, sentBytes }) => [status, sentBytes]))
        return table("a")
      },
    })

    await store.getState().importFiles([file("a.csv")])

    expect(seen).toEqual([[["sending", 4]], [["reading", 8]]])
  })

  it("ask what to do about a taken name, then replace it", async () => {
    const { store, uploads, first } = storeWith({
      upload: async (_, { replace }) => {
        if (!replace) throw new Refusal("dataset_exists", "There is a table “a” already.")
        return table("a", { rowCount: 9 })
      },
    })
    await store.getState().importFiles([file("a.csv")])
    expect(first()).toMatchObject({ status: "conflict", problem: "There is a table “a” already." })

    await store.getState().replaceDataset("u1")

    expect(first()).toMatchObject({ status: "done", table: { rowCount: 9 }, problem: null })
    expect(uploads.map(({ options }) => options.replace)).toEqual([false, true])
  })

  it("take another name after a conflict", async () => {
    const { store, uploads, first } = storeWith({
      upload: async (_, { name }) => {
        if (name === undefined) throw new Refusal("dataset_exists", "taken")
        return table(name)
      },
    })
    await store.getState().importFiles([file("a.csv")])

    await store.getState().retryUpload("u1", "a_2026")

    expect(first()).toMatchObject({ status: "done", table: { name: "a_2026" } })
    expect(uploads[1]?.options.name).toBe("a_2026")
  })

  it("say why a file could not be read", async () => {
    const { store, first } = storeWith({ upload: async () => { throw new Refusal("file_unreadable", "Line 3 has 4 values, the header has 2.") } })

    await store.getState().importFiles([file("a.csv")])

    expect(first()).toMatchObject({ status: "failed", problem: "Line 3 has 4 values, the header has 2." })
  })

  it("stop when cancelled, also those that have not begun", async () => {
    const { store, uploads } = storeWith({
      upload: (_, { signal }) => new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(new DOMException("cancelled", "AbortError")))),
    })
    const importing = store.getState().importFiles([file("a.csv"), file("b.csv")])

    store.getState().cancelUpload("u2")
    store.getState().cancelUpload("u1")
    await importing

    expect(store.getState().uploads.map(({ status }) => status)).toEqual(["cancelled", "cancelled"])
    expect(uploads).toHaveLength(1)
  })
})

describe("tables", () => {
  it("come back when deleting failed", async () => {
    const { store } = storeWith({
      catalog: async () => ({ dataVersion: "v1", suggestions: [], tables: [table("a")] }),
      remove: async () => { throw new Refusal("conflict", "It ships with the product.") },
    })
    await store.getState().load()

    await store.getState().removeTable("a")

    expect(store.getState().tables.map(({ name }) => name)).toEqual(["a"])
    expect(store.getState().problem).toBe("The table was not deleted. It ships with the product.")
  })

  it("keep what is shown when the catalog cannot be read again", async () => {
    let isDown = false
    const { store } = storeWith({
      catalog: async () => {
        if (isDown) throw new TypeError("fetch failed")
        return { dataVersion: "v1", suggestions: [], tables: [table("a")] }
      },
    })
    await store.getState().load()
    isDown = true

    await store.getState().load()

    expect(store.getState()).toMatchObject({ status: "ready", tables: [{ name: "a" }], problem: "The server did not answer. Check that it is running and try again." })
  })
})

describe("questionsFor", () => {
  it("asks what the columns can answer", () => {
    const orders = table("order_items", {
      columns: [
        columnOf("id", "BIGINT", { role: "key" }),
        columnOf("unit_price", "DOUBLE", { role: "measure" }),
        columnOf("net_sales", "DOUBLE", { role: "measure" }),
        columnOf("region", "VARCHAR", { role: "category" }),
        columnOf("ordered_at", "DATE", { role: "time" }),
      ],
    })

    expect(questionsFor(orders)).toEqual([
      "total net sales by region in order items",
      "monthly net sales in order items as a line",
      "average net sales by region in order items",
    ])
    expect(questionsFor(table("notes"))).toEqual(["how many rows are in notes?"])
  })
})
