import { describe, expect, it } from "vitest"
import { columnOf, previewOf, tableOf } from "../testing/fixtures"
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
  const sent: { names: string[]; asOne: boolean }[] = []
  const discarded: string[] = []
  let next = 0
  const store = createDataStore({
    newId: () => `u${String(++next)}`,
    api: {
      catalog: async () => ({ dataVersion: "v1", suggestions: [], tables: [] }),
      sample: async () => ({ columns: [], rows: [] }),
      remove: async () => undefined,
      dependents: async () => ({ templates: [], charts: [], tables: [], isComplete: true }),
      commit: async (_preview, tables) => tables.map(({ name }) => table(name)),
      describe: async (name) => table(name),
      discard: async (preview) => void discarded.push(preview),
      ...answers,
      preview: async (files: readonly File[], options: UploadOptions) => {
        sent.push({ names: files.map(({ name }) => name), asOne: options.asOne })
        return answers.preview ? answers.preview(files, options) : previewOf(`p${String(sent.length)}`, files.map(({ name }) => name.replace(".csv", "")))
      },
    },
  })
  return { store, sent, discarded, first: () => store.getState().uploads[0] }
}

describe("uploads", () => {
  it("are reviewed, then become tables", async () => {
    const { store, first } = storeWith({ catalog: async () => ({ dataVersion: "v2", suggestions: ["q"], tables: [table("a"), table("b")] }) })

    await store.getState().importFiles([file("b.csv")])
    expect([first()?.status, store.getState().reviewing, store.getState().tables]).toEqual(["review", "u1", []])
    await store.getState().addTables("u1", [{ table: 0, name: "b", replace: false, columns: null }])

    expect([first()?.status, first()?.tables.map(({ name }) => name), store.getState().reviewing]).toEqual(["done", ["b"], null])
    expect(store.getState().tables.map(({ name }) => name)).toEqual(["a", "b"])
    expect(store.getState().suggestions).toEqual(["q"])
  })

  it("tell how much is sent, then that it is being read", async () => {
    const seen: unknown[] = []
    const { store } = storeWith({
      preview: async (_, { onProgress }) => {
        onProgress(4, 8)
        seen.push(store.getState().uploads.map(({ status, sent }) => [status, sent]))
        onProgress(8, 8)
        seen.push(store.getState().uploads.map(({ status, sent }) => [status, sent]))
        return previewOf("p", ["a"])
      },
    })

    await store.getState().importFiles([file("a.csv")])

    expect(seen).toEqual([[["sending", 0.5]], [["reading", 1]]])
  })

  it("wait for their turn, and for the review that is open", async () => {
    const { store, sent } = storeWith()

    await Promise.all([store.getState().importFiles([file("a.csv")]), store.getState().importFiles([file("b.csv"), file("c.csv")])])

    expect(sent).toEqual([{ names: ["a.csv"], asOne: false }, { names: ["b.csv", "c.csv"], asOne: false }])
    expect(store.getState().uploads.map(({ status }) => status)).toEqual(["review", "review"])
    expect(store.getState().reviewing).toBe("u1")
  })

  it("keep their review when adding failed", async () => {
    const { store, first } = storeWith({ commit: async () => { throw new Refusal("dataset_exists", "There is a table “a” already.") } })
    await store.getState().importFiles([file("a.csv")])

    await store.getState().addTables("u1", [{ table: 0, name: "a", replace: false, columns: null }])

    expect(first()).toMatchObject({ status: "review", problem: "There is a table “a” already.", preview: { id: "p1" } })
    expect(store.getState().reviewing).toBe("u1")
  })

  it("are sent again as one table", async () => {
    const { store, sent, discarded } = storeWith()
    await store.getState().importFiles([file("a.csv"), file("b.csv")])

    await store.getState().sendAgain("u1", true)

    expect(sent.map(({ asOne }) => asOne)).toEqual([false, true])
    expect(discarded).toEqual(["p1"])
    expect(store.getState().reviewing).toBe("u1")
  })

  it("are dropped at the server when they are dismissed", async () => {
    const { store, discarded } = storeWith()
    await store.getState().importFiles([file("a.csv")])

    store.getState().dismissUpload("u1")

    expect([discarded, store.getState().uploads, store.getState().reviewing]).toEqual([["p1"], [], null])
  })

  it("say why a file could not be read", async () => {
    const { store, first } = storeWith({ preview: async () => { throw new Refusal("file_unreadable", "Line 3 has 4 values, the header has 2.") } })

    await store.getState().importFiles([file("a.csv")])

    expect(first()).toMatchObject({ status: "failed", problem: "Line 3 has 4 values, the header has 2." })
  })

  it("stop when cancelled, also those that have not begun", async () => {
    const { store, sent } = storeWith({
      preview: (_, { signal }) => new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(new DOMException("cancelled", "AbortError")))),
    })
    const importing = [store.getState().importFiles([file("a.csv")]), store.getState().importFiles([file("b.csv")])]
    await Promise.resolve()

    store.getState().cancelUpload("u2")
    store.getState().cancelUpload("u1")
    await Promise.all(importing)

    expect(store.getState().uploads.map(({ status }) => status)).toEqual(["cancelled", "cancelled"])
    expect(sent).toHaveLength(1)
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

  it("take the owner's words, or say why not", async () => {
    const { store } = storeWith({
      catalog: async () => ({ dataVersion: "v1", suggestions: [], tables: [table("a"), table("b")] }),
      describe: async (name, column, { description }) => {
        if (column !== null) throw new Refusal("invalid_request", "A description has 1,000 characters at most.")
        return table(name, { description })
      },
    })
    await store.getState().load()
    const words = { description: "Shops", unit: "", synonyms: [] }

    expect(await store.getState().describe("b", null, words)).toBeNull()
    expect(await store.getState().describe("b", "x", words)).toBe("A description has 1,000 characters at most.")

    expect(store.getState().tables.map(({ description }) => description)).toEqual([null, "Shops"])
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
