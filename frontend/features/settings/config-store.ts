import { createStore } from "zustand/vanilla"
import { createStoredValue, type StorageArea } from "@/lib/storage"

/** What the server says of itself. Limits in characters, bytes and milliseconds. */
export type ServerConfig = {
  version: string
  models: readonly { name: string; isDefault: boolean }[]
  frameOriginTemplate: string
  limits: { messageChars: number; uploadBytes: number; renderMs: number }
}

export type ConfigState = {
  config: ServerConfig | null
  status: "loading" | "ready" | "failed"
  /** The model that was chosen; null: the server's default. */
  model: string | null
  load: () => Promise<void>
  setModel: (model: string | null) => void
}

export type ConfigPorts = { area: () => StorageArea | null; find: () => Promise<ServerConfig>; onModel: (model: string | null) => void; onError: (error: unknown) => void }

/** The server's configuration, and which of its models answers. */
export const createConfigStore = ({ area, find, onModel, onError }: ConfigPorts) =>
  createStore<ConfigState>()((set, get) => {
    const stored = () => createStoredValue<string>({ area: area(), key: "chartwright.model", version: 1, maxChars: 500, parse: (value) => (typeof value === "string" ? value : null) })
    const choose = (model: string | null) => {
      set({ model })
      onModel(model)
    }
    return {
      config: null,
      status: "loading",
      model: null,
      load: async () => {
        set({ status: get().config ? "ready" : "loading" })
        try {
          const config = await find()
          set({ config, status: "ready" })
          const kept = stored().read()
          // a model that is configured no longer would fail every question
          choose(config.models.some(({ name }) => name === kept) ? kept : null)
        } catch (error) {
          set({ status: "failed" })
          onError(error)
        }
      },
      setModel: (model) => {
        choose(model)
        if (model === null) stored().clear()
        else stored().write(model)
      },
    }
  })

export type ConfigStore = ReturnType<typeof createConfigStore>
