import { describe, expect, it } from "vitest"
import { ApiError } from "@/lib/api"
import { type ChatEvent } from "@/lib/contracts/events.gen"
import { type AssistantMessage, type ChatMessage } from "./chat-types"
import { ARTIFACT, CODE, conversation, CONVERSATION, createScriptedChat, openResponse, responseOf, RUN, settle, streamOf, WHOLE_RUN } from "./testing"

const answerIn = (messages: readonly ChatMessage[]) => messages.at(-1) as AssistantMessage
const CANCELLED: ChatEvent = { type: "done", finishReason: "cancelled", usage: { inputTokens: 0, outputTokens: 0 } }

describe("send", () => {
  it("shows the question, then the whole answer, and tells the pane every event in order", async () => {
    const { store, told } = createScriptedChat()
    await store.getState().send("  total sales by region ")

    const { messages, loading, conversationId } = store.getState()
    expect(messages[0]).toEqual({ id: "m1", role: "user", content: "total sales by region", timestamp: "2026-01-02T03:04:05Z" })
    expect(answerIn(messages)).toMatchObject({ status: "done", runId: RUN })
    expect(loading).toEqual({ isGenerating: false, isFetchingData: false, stage: null })
    expect(conversationId).toBe(CONVERSATION)
    expect(told.questions).toEqual([{ message: "total sales by region" }])
    expect(told.artifact.filter(([name]) => name === "applyEvent").map(([, type]) => type)).toEqual(WHOLE_RUN.map(({ type }) => type))
    expect(told.artifact[0]).toEqual(["beginRun", RUN, "total sales by region"])
    expect(told.artifact).toContainEqual(["streamCode", RUN, CODE, true])
  })

  it("says what it is doing while it does it", async () => {
    const stream = openResponse()
    const { store } = createScriptedChat({ ask: () => Promise.resolve(stream.response) })
    const sending = store.getState().send("q")
    stream.write(streamOf(WHOLE_RUN.slice(0, 4)))
    await settle()
    expect(store.getState().loading).toEqual({ isGenerating: true, isFetchingData: true, stage: { stage: "thinking", label: "Reading the question" } })
    stream.write(streamOf(WHOLE_RUN, 4))
    await sending
    expect(store.getState().loading.isGenerating).toBe(false)
  })

  it("does not send blank text, nor a second question meanwhile", async () => {
    const stream = openResponse()
    const { store, told } = createScriptedChat({ ask: () => Promise.resolve(stream.response) })
    await store.getState().send("   ")
    const sending = store.getState().send("first")
    await store.getState().send("second")
    expect(told.questions).toEqual([{ message: "first" }])
    stream.write(streamOf(WHOLE_RUN))
    await sending
  })

  it("goes on in the same conversation", async () => {
    const { store, told } = createScriptedChat()
    await store.getState().send("one")
    await store.getState().send("two")
    expect(told.questions[1]).toEqual({ message: "two", conversationId: CONVERSATION })
  })

  it("goes on after a lost connection without losing or repeating a word", async () => {
    const stream = openResponse()
    const { store, told } = createScriptedChat({ ask: () => Promise.resolve(stream.response) })
    const sending = store.getState().send("q")
    stream.write(streamOf(WHOLE_RUN.slice(0, 8)))
    await settle()
    stream.fail()
    await sending
    expect(told.followed).toEqual([[RUN, 8]])
    const whole = createScriptedChat()
    await whole.store.getState().send("q")
    expect(store.getState().messages).toEqual(whole.store.getState().messages)
  })
})

describe("a failure before the stream", () => {
  const refusal = () => Promise.reject(new ApiError("The message is too long.", "message_too_long", 400, false))

  it("stands in the turn and in the log", async () => {
    const { store, told } = createScriptedChat({ ask: refusal })
    await store.getState().send("q")
    expect(answerIn(store.getState().messages)).toMatchObject({ status: "failed", error: { message: "The message is too long.", code: "message_too_long", retryable: false } })
    expect(told.errors.map(({ code }) => code)).toEqual(["message_too_long"])
  })

  it("says so when the server does not answer, and Retry replaces the turn", async () => {
    let isDown = true
    const { store, told } = createScriptedChat({
      ask: () => (isDown ? Promise.reject(new TypeError("fetch failed")) : Promise.resolve(responseOf(streamOf(WHOLE_RUN)))),
    })
    await store.getState().send("q")
    const failed = answerIn(store.getState().messages)
    expect(failed.error).toMatchObject({ code: "connection_lost", retryable: true })

    isDown = false
    await store.getState().retry(failed.id)
    expect(store.getState().messages).toHaveLength(2)
    expect(answerIn(store.getState().messages).status).toBe("done")
    expect(told.questions.map(({ message }) => message)).toEqual(["q", "q"])
  })
})

describe("stop", () => {
  it("cancels the run and ends the turn when the server agrees", async () => {
    const stream = openResponse()
    const { store, told } = createScriptedChat({ ask: () => Promise.resolve(stream.response) })
    const sending = store.getState().send("q")
    stream.write(streamOf(WHOLE_RUN.slice(0, 4)))
    await settle()
    await store.getState().stop()
    expect(told.cancelled).toEqual([RUN])
    expect(store.getState()).toMatchObject({ isStopping: true, loading: { isGenerating: true } })

    stream.write(streamOf([...WHOLE_RUN.slice(0, 4), CANCELLED], 4))
    await sending
    expect(answerIn(store.getState().messages).status).toBe("stopped")
    expect(store.getState().isStopping).toBe(false)
  })

  it("asked for before the run has a name cancels as soon as it has one", async () => {
    const stream = openResponse()
    const { store, told } = createScriptedChat({ ask: () => Promise.resolve(stream.response) })
    const sending = store.getState().send("q")
    await store.getState().stop()
    expect(told.cancelled).toEqual([])
    const [run] = WHOLE_RUN
    stream.write(streamOf(run ? [run, CANCELLED] : []))
    await sending
    expect(told.cancelled).toEqual([RUN])
  })

  it("twice lets go of an answer that never begins", async () => {
    const { store } = createScriptedChat({ ask: () => new Promise(() => undefined) })
    void store.getState().send("q")
    await store.getState().stop()
    await store.getState().stop()
    expect(answerIn(store.getState().messages).status).toBe("stopped")
    expect(store.getState().loading.isGenerating).toBe(false)
  })
})

describe("openConversation", () => {
  it("brings the server's copy and rebuilds the steps of its answers", async () => {
    const { store, told } = createScriptedChat({ findConversation: () => Promise.resolve(conversation()) })
    await store.getState().openConversation(CONVERSATION)
    expect(told.followed).toEqual([[RUN, 0]])
    expect(answerIn(store.getState().messages)).toMatchObject({ status: "done", timeline: [{ kind: "query", rowCount: 4 }, { kind: "draw" }] })
    expect(told.artifact).toContainEqual(["openArtifact", ARTIFACT, 1])
  })

  it("goes on with an answer that was cut off by a reload", async () => {
    const stream = openResponse()
    const before = createScriptedChat({ ask: () => Promise.resolve(stream.response) })
    void before.store.getState().send("total sales by region")
    stream.write(streamOf(WHOLE_RUN.slice(0, 8)))
    await settle()

    const [question] = conversation().messages
    const after = createScriptedChat({ findConversation: () => Promise.resolve(conversation({ activeRunId: RUN, messages: question ? [question] : [] })) }, before.area)
    expect(after.archive.lastOpen()).toBe(CONVERSATION)
    await after.store.getState().openConversation(CONVERSATION)
    expect(after.told.followed).toEqual([[RUN, 0]])
    expect(after.told.artifact).toContainEqual(["beginRun", RUN, "total sales by region"])
    expect(answerIn(after.store.getState().messages)).toMatchObject({ status: "done", lastEventId: WHOLE_RUN.length })
  })

  it("shows the artifact of an answer that ended while the page was away", async () => {
    const stream = openResponse()
    const before = createScriptedChat({ ask: () => Promise.resolve(stream.response) })
    void before.store.getState().send("total sales by region")
    stream.write(streamOf(WHOLE_RUN.slice(0, 8)))
    await settle()

    const after = createScriptedChat({ findConversation: () => Promise.resolve(conversation()) }, before.area)
    await after.store.getState().openConversation(CONVERSATION)
    expect(after.told.artifact).toEqual([["clear"], ["openArtifact", ARTIFACT, 1]])
    expect(answerIn(after.store.getState().messages)).toMatchObject({ status: "done", timeline: [{ kind: "query" }, { kind: "draw" }] })
  })

  it("keeps the browser's copy when the server does not answer", async () => {
    const before = createScriptedChat()
    await before.store.getState().send("q")
    const after = createScriptedChat({ findConversation: () => Promise.reject(new TypeError("fetch failed")) }, before.area)
    await after.store.getState().openConversation(CONVERSATION)
    expect(after.store.getState().messages).toEqual(before.store.getState().messages)
    expect(after.told.errors.map(({ code }) => code)).toEqual(["connection_lost"])
  })

  it("starts anew when the conversation is gone", async () => {
    const before = createScriptedChat()
    await before.store.getState().send("q")
    const after = createScriptedChat({}, before.area)
    await after.store.getState().openConversation(CONVERSATION)
    expect(after.store.getState()).toMatchObject({ conversationId: null, messages: [] })
    expect(after.archive.read(CONVERSATION)).toBeNull()
  })

  it.each(["with", "without"])("keeps a question that was asked while the server's copy was on its way, %s it in that copy", async (taken) => {
    const before = createScriptedChat()
    await before.store.getState().send("total sales by region")
    let answer!: (copy: ReturnType<typeof conversation>) => void
    const stream = openResponse()
    const next = "0193a1b0-0000-7000-8000-000000000002"
    const { store, told } = createScriptedChat({ findConversation: () => new Promise((resolve) => (answer = resolve)), ask: () => Promise.resolve(stream.response) }, before.area)
    const opening = store.getState().openConversation(CONVERSATION)

    const sending = store.getState().send("and by store?")
    const { messages } = conversation()
    answer(conversation(taken === "with" ? { activeRunId: next, messages: [...messages, { id: "s3", role: "user", content: "and by store?", timestamp: "2026-01-02T03:05:00Z" }] } : {}))
    await opening
    stream.write(streamOf(WHOLE_RUN.map((event) => (event.type === "run" ? { ...event, runId: next } : event))))
    stream.close()
    await sending

    expect(store.getState().messages.map(({ role, content }) => (role === "user" ? content : role))).toEqual(["total sales by region", "assistant", "and by store?", "assistant"])
    expect(answerIn(store.getState().messages)).toMatchObject({ status: "done", runId: next })
    expect(told.followed).toEqual([])
    expect(told.artifact.filter(([name]) => name === "openArtifact")).toEqual([["openArtifact", ARTIFACT, 1]]) // the one shown at first, and not again over the new one
  })

  it("ignores a run that another conversation left behind", async () => {
    const stream = openResponse()
    const { store } = createScriptedChat({ ask: () => Promise.resolve(stream.response) })
    const sending = store.getState().send("q")
    stream.write(streamOf(WHOLE_RUN.slice(0, 4)))
    await settle()
    store.getState().startNew()
    stream.write(streamOf(WHOLE_RUN, 4))
    await sending
    expect(store.getState()).toMatchObject({ conversationId: null, messages: [], loading: { isGenerating: false } })
  })
})
