import { ApiError } from "@/lib/api"
import { createStore } from "zustand/vanilla"
import { type AssistantMessage, type ChatMessage, emptyAnswer, IDLE, type Loading } from "./chat-types"
import { lacksSteps, mergeConversation, withoutTurns } from "./merge-conversation"
import { type ChatPorts } from "./ports"
import { isOpen } from "./reduce-run"
import { readRun, turnErrorOf } from "./run-stream"

/** Timelines of this many answers, newest first, are rebuilt when a conversation is opened. */
const MAX_REPLAYS = 20

/** Actions never reject: a failure stands in the turn it belongs to. */
export type ChatState = {
  /** Null for a conversation whose first question has not been taken yet. */
  conversationId: string | null
  messages: readonly ChatMessage[]
  loading: Loading
  /** What is typed and not sent. */
  draft: string
  /** Model for the next questions; null: the server's default. */
  model: string | null
  isReconnecting: boolean
  /** Stop was asked for and the engine has not agreed yet. */
  isStopping: boolean
  /** A conversation is on its way from the server and nothing of it is known here. */
  isOpening: boolean
  setDraft: (draft: string) => void
  setModel: (model: string | null) => void
  /** Sends a question. Does nothing while an answer is being written, or for blank text. */
  send: (message: string) => Promise<void>
  /** Stops the model and the engine; the turn ends when the server says so. A second call lets go of an answer that never began. */
  stop: () => Promise<void>
  /** Asks the question of a failed or stopped answer again. */
  retry: (answerId: string) => Promise<void>
  /** Shows a conversation: the browser's copy at once, then the server's, and goes on with a running answer. */
  openConversation: (id: string) => Promise<void>
  startNew: () => void
  /** Puts the chart of the open conversation back in the pane, after another was looked at. */
  showOwnArtifact: () => void
}

export type ChatStore = ReturnType<typeof createChatStore>

export const createChatStore = (ports: ChatPorts) =>
  createStore<ChatState>()((set, get) => {
    const { api, artifact, archive } = ports
    /** What the screen is busy with; aborted when another conversation is shown. The run itself goes on in the server. */
    let current = new AbortController()

    const leave = () => {
      current.abort()
      current = new AbortController()
      return current.signal
    }

    const save = () => archive.write(get().conversationId, get().messages)

    const replaceAnswer = (answer: AssistantMessage) => {
      const messages = get().messages.map((message) => (message.id === answer.id ? answer : message))
      set({ messages, loading: loadingOf(messages) })
    }

    const answerOf = (id: string) => get().messages.find((message): message is AssistantMessage => message.id === id && message.role === "assistant")

    const fail = (answerId: string, error: unknown) => {
      const answer = answerOf(answerId)
      if (!answer) return
      const failure = turnErrorOf(error)
      replaceAnswer({ ...answer, status: "failed", stage: null, error: failure })
      ports.onError(failure)
      save()
    }

    const cancel = async (runId: string) => {
      try {
        await api.cancelRun(runId)
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return // it has ended meanwhile
        set({ isStopping: false })
        ports.onError(turnErrorOf(error))
      }
    }

    /** Reads the run behind `answer` to its end, whatever it takes, and shows it. */
    const follow = async (answer: AssistantMessage, question: string, open: (signal: AbortSignal) => Promise<Response>, signal: AbortSignal) => {
      try {
        await readRun(
          open,
          answer,
          question,
          {
            api,
            artifact,
            schedule: ports.schedule,
            ...(ports.wait && { wait: ports.wait }),
            onReconnecting: (isReconnecting) => set({ isReconnecting }),
            onAnswer: (next, events) => {
              replaceAnswer(next)
              for (const event of events) {
                if (event.type === "error") ports.onError(next.error ?? { ...event, sql: null })
                if (event.type !== "run") continue
                if (get().conversationId !== event.conversationId) set({ conversationId: event.conversationId })
                ports.onConversation(event.conversationId)
                if (get().isStopping) void cancel(event.runId)
              }
              save()
            },
          },
          signal,
        )
        ports.onConversation(get().conversationId)
      } catch (error) {
        if (!signal.aborted) fail(answer.id, error)
      } finally {
        if (!signal.aborted) set({ isReconnecting: false, isStopping: false, loading: loadingOf(get().messages) })
      }
    }

    /** Rebuilds the steps of answers that another browser, or an older copy, has seen. */
    const replaySteps = async (signal: AbortSignal) => {
      for (const answer of get().messages.filter(lacksSteps).slice(-MAX_REPLAYS).reverse()) {
        try {
          let replayed: AssistantMessage = answer
          const replay = { api, artifact: null, schedule: (flush: () => void) => flush(), onAnswer: (next: AssistantMessage) => void (replayed = next) }
          await readRun((abort) => api.followRun(answer.runId, 0, abort), { ...answer, lastEventId: 0 }, "", replay, signal)
          replaceAnswer({ ...replayed, content: replayed.content || answer.content })
        } catch (error) {
          if (signal.aborted) return
          // the log of an old run may be gone; its text is there all the same
          if (!(error instanceof ApiError)) ports.onError(turnErrorOf(error))
        }
      }
      save()
    }

    const showArtifact = (last: AssistantMessage["artifact"]) => {
      if (last) artifact.openArtifact(last.id, last.version)
      else artifact.clear()
    }

    const resume = async (signal: AbortSignal) => {
      const { messages } = get()
      const running = messages.at(-1)
      if (running?.role !== "assistant" || running.status !== "running") return
      const { runId } = running
      if (runId === null) {
        const error = { message: "The page was left before the answer began.", code: "interrupted" as const, stage: "connection", retryable: true, sql: null }
        replaceAnswer({ ...running, status: "failed", error })
        return
      }
      const question = questionBefore(messages, running.id)
      await follow({ ...running, lastEventId: 0 }, question, (abort) => api.followRun(runId, 0, abort), signal)
    }

    return {
      conversationId: null,
      messages: [],
      loading: IDLE,
      draft: "",
      model: null,
      isReconnecting: false,
      isStopping: false,
      isOpening: false,

      setDraft: (draft) => set({ draft }),
      setModel: (model) => set({ model }),

      send: async (message) => {
        const text = message.trim()
        const { conversationId, model, loading, messages } = get()
        if (text === "" || loading.isGenerating) return
        const question: ChatMessage = { id: ports.newId(), role: "user", content: text, timestamp: ports.now() }
        const answer = emptyAnswer({ id: ports.newId(), timestamp: ports.now() })
        const next = [...messages, question, answer]
        set({ messages: next, loading: loadingOf(next), isStopping: false })
        save()
        const artifactId = artifact.activeId()
        const body = { message: text, ...(conversationId && { conversationId }), ...(artifactId && { artifactId }), ...(model && { model }) }
        await follow(answer, text, (signal) => api.ask(body, signal), current.signal)
      },

      stop: async () => {
        const { messages, loading, isStopping } = get()
        const answer = messages.at(-1)
        if (!loading.isGenerating || answer?.role !== "assistant") return
        if (isStopping && answer.runId === null) {
          leave()
          replaceAnswer({ ...answer, status: "stopped", stage: null })
          set({ isStopping: false })
          return
        }
        set({ isStopping: true })
        if (answer.runId !== null) await cancel(answer.runId)
      },

      retry: async (answerId) => {
        const { messages, loading } = get()
        const question = questionBefore(messages, answerId)
        const answer = answerOf(answerId)
        if (question === "" || !answer || loading.isGenerating) return
        // a question the server never took is replaced; one it knows stays, as it does in the server's copy
        if (answer.error?.code === "not_found") set({ conversationId: null }) // it was deleted meanwhile: start another
        if (answer.runId === null) set({ messages: messages.slice(0, messages.findIndex(({ id }) => id === answerId) - 1) })
        await get().send(question)
      },

      openConversation: async (id) => {
        const signal = leave()
        const local = archive.read(id) ?? []
        set({ conversationId: id, messages: local, loading: loadingOf(local), isReconnecting: false, isStopping: false, isOpening: local.length === 0 })
        ports.onConversation(id)
        const shown = lastArtifactOf(local)
        showArtifact(shown)
        try {
          const stored = await api.findConversation(id, signal)
          if (signal.aborted) return
          if (!stored) {
            archive.remove(id)
            get().startNew()
            return
          }
          const asked = get().messages.slice(local.length) // meanwhile
          const merged = [...mergeConversation(withoutTurns(stored, asked), local, { id: ports.newId(), timestamp: ports.now() }), ...asked]
          set({ messages: merged, loading: loadingOf(merged), isOpening: false })
          if (asked.length > 0) return save()
          const newest = lastArtifactOf(merged)
          if (newest && (newest.id !== shown?.id || newest.version !== shown.version)) showArtifact(newest)
          save()
        } catch (error) {
          if (signal.aborted) return
          set({ isOpening: false })
          ports.onError(turnErrorOf(error))
        }
        await Promise.all([resume(signal), replaySteps(signal)])
      },

      showOwnArtifact: () => {
        const { messages } = get()
        const active = artifact.activeId()
        const own = lastArtifactOf(messages)
        if (own && !messages.some((message) => message.role === "assistant" && message.artifact?.id === active)) showArtifact(own)
      },

      startNew: () => {
        leave()
        set({ conversationId: null, messages: [], loading: IDLE, isReconnecting: false, isStopping: false, isOpening: false })
        artifact.clear()
        ports.onConversation(null)
        save()
      },
    }
  })

/** Derived from the last message alone: a conversation has one run at a time. */
export function loadingOf(messages: readonly ChatMessage[]): Loading {
  const last = messages.at(-1)
  if (last?.role !== "assistant" || last.status !== "running") return IDLE
  return { isGenerating: true, isFetchingData: last.timeline.some((step) => step.kind === "query" && isOpen(step)), stage: last.stage }
}

const lastArtifactOf = (messages: readonly ChatMessage[]) =>
  messages.findLast((message): message is AssistantMessage => message.role === "assistant" && message.artifact !== null)?.artifact ?? null

/** The question an answer belongs to; empty when there is none. */
export function questionBefore(messages: readonly ChatMessage[], answerId: string): string {
  const index = messages.findIndex(({ id }) => id === answerId)
  return messages.slice(0, Math.max(index, 0)).findLast(({ role }) => role === "user")?.content ?? ""
}
