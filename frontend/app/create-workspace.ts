import { createArtifactStore, httpArtifactApi } from "@/features/artifact"
import { createChatArchive, createChatStore, throttleArchive } from "@/features/chat"
import { createDataStore, httpDataApi } from "@/features/data"
import { createHistoryStore } from "@/features/history"
import { createJobsStore, httpJobsApi } from "@/features/jobs"
import { createConfigStore, createErrorLogStore } from "@/features/settings"
import { createLayoutStore, createThemeStore } from "@/features/shell"
import { createTemplatesStore, httpTemplatesApi } from "@/features/templates"
import { bodyOf, createApi } from "@/lib/api"
import { localArea } from "@/lib/storage"
import { conversationInAddress, nameInAddress } from "./ports/address"
import { createArtifactPort, forgetArtifact, keepArtifact } from "./ports/artifact-port"
import { createChatApi } from "./ports/chat-api"
import { createHistoryApi } from "./ports/history-api"
import { after, schedule } from "./ports/timing"

export type Workspace = ReturnType<typeof createWorkspace>

/** Every store of the app, with its ports connected to the server, the browser and the other stores. Made once a page. */
export function createWorkspace() {
  const api = createApi()
  const root = () => document.documentElement
  const theme = createThemeStore({
    area: localArea,
    prefersDark: () => window.matchMedia("(prefers-color-scheme: dark)"),
    apply: (resolved) => void root().classList.toggle("dark", resolved === "dark"),
  })
  const layout = createLayoutStore({ area: localArea, applyChatWidth: (width) => root().style.setProperty("--chat-width", `${String(width)}px`) })
  const errors = createErrorLogStore({ area: localArea, now: () => new Date().toISOString() })
  const log = (source: string) => (error: unknown) => errors.getState().log(source, error)
  const data = createDataStore({ api: httpDataApi })
  const templates = createTemplatesStore(httpTemplatesApi)
  const jobs = createJobsStore(httpJobsApi)
  const artifact = createArtifactStore({ api: httpArtifactApi })
  const archive = throttleArchive(createChatArchive(localArea()), (write) => after(500, write))
  const chat = createChatStore({
    api: createChatApi(api),
    artifact: createArtifactPort(artifact, localArea),
    archive,
    onError: log("chat"),
    onConversation: (id) => {
      nameInAddress(id)
      if (id !== null) void history.getState().load()
    },
    newId: () => crypto.randomUUID(),
    now: () => new Date().toISOString(),
    schedule,
  })
  const history = createHistoryStore({
    api: createHistoryApi(api),
    area: localArea,
    onRemoved: (id) => {
      if (id === null) {
        archive.clear()
        forgetArtifact(localArea())
      } else archive.remove(id)
      if (id === null || id === chat.getState().conversationId) chat.getState().startNew()
    },
    onError: log("history"),
  })
  const config = createConfigStore({
    area: localArea,
    find: async () => bodyOf(await api.GET("/api/config")),
    onModel: (model) => chat.getState().setModel(model),
    onError: log("settings"),
  })

  let isRestored = false
  return {
    api,
    theme,
    layout,
    errors,
    data,
    templates,
    jobs,
    artifact,
    chat,
    history,
    config,
    isRestored: () => isRestored,
    /** Shows the conversation of the address, or the one that was open last. */
    restore: () => {
      if (isRestored) return
      isRestored = true
      const id = conversationInAddress() ?? archive.lastOpen()
      if (id !== null) void chat.getState().openConversation(id)
    },
    /** Reads what the browser kept and asks the server for the rest; answers how to stop listening. */
    start: () => {
      errors.getState().start()
      layout.getState().start()
      history.getState().start()
      void Promise.all([config.getState().load(), data.getState().load(), history.getState().load()])
      const logError = ({ error, message }: ErrorEvent) => errors.getState().log("page", error ?? { message })
      const logRejection = ({ reason }: PromiseRejectionEvent) => errors.getState().log("page", reason)
      window.addEventListener("error", logError)
      window.addEventListener("unhandledrejection", logRejection)
      window.addEventListener("pagehide", archive.flush)
      const stops = [
        theme.getState().start(),
        keepArtifact(artifact, localArea, after),
        () => window.removeEventListener("error", logError),
        () => window.removeEventListener("unhandledrejection", logRejection),
        () => window.removeEventListener("pagehide", archive.flush),
      ]
      return () => stops.forEach((stop) => stop())
    },
  }
}
