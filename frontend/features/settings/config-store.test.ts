import { expect, it } from "vitest"
import { createMemoryArea } from "@/lib/storage"
import { createConfigStore, type ServerConfig } from "./config-store"

const config = (...names: string[]): ServerConfig => ({
  version: "0.1.0",
  models: names.map((name, index) => ({ name, isDefault: index === 0 })),
  frameOriginTemplate: "http://r-{id}.localhost:5080",
  limits: { messageChars: 8000, uploadBytes: 1, renderMs: 5000 },
})

function create(find: () => Promise<ServerConfig>, area = createMemoryArea()) {
  const models: (string | null)[] = []
  return { area, models, store: createConfigStore({ area: () => area, find, onModel: (model) => void models.push(model), onError: () => undefined }) }
}

it("keeps the chosen model over a reload", async () => {
  const { store, area } = create(() => Promise.resolve(config("builtin", "qwen")))
  await store.getState().load()
  store.getState().setModel("qwen")
  const later = create(() => Promise.resolve(config("builtin", "qwen")), area)
  await later.store.getState().load()
  expect(later.models).toEqual(["qwen"])
})

it("falls back to the default when the chosen model is configured no longer", async () => {
  const { store, area } = create(() => Promise.resolve(config("builtin", "qwen")))
  await store.getState().load()
  store.getState().setModel("qwen")
  const later = create(() => Promise.resolve(config("builtin")), area)
  await later.store.getState().load()
  expect(later.models).toEqual([null])
})

it("says that the server did not answer", async () => {
  const { store } = create(() => Promise.reject(new TypeError("fetch failed")))
  await store.getState().load()
  expect(store.getState()).toMatchObject({ status: "failed", config: null })
})
