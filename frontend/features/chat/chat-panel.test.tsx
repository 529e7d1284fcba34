// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { afterEach, describe, expect, it } from "vitest"
import { ApiError } from "@/lib/api"
import { type ChatEvent } from "@/lib/contracts/events.gen"
import { ChatPanel } from "./chat-panel"
import { type ChatHost } from "./contexts"
import { ARTIFACT, createScriptedChat, openResponse, responseOf, settle, streamOf, toolEvent, WHOLE_RUN } from "./state/testing"
import { type ChatApi } from "./state/ports"
import { renderChat } from "./testing"

afterEach(cleanup)

function show(script: Partial<ChatApi> = {}, host: Partial<ChatHost> = {}) {
  const chat = createScriptedChat(script)
  renderChat(<ChatPanel title="New chat" isReady maxChars={50} start={<p>Start here</p>} />, chat.store, host)
  return { ...chat, user: userEvent.setup() }
}

const field = () => screen.getByRole("textbox", { name: "Question" })
const withProse = (markdown: string): ChatEvent[] => [...WHOLE_RUN.slice(0, 1), { type: "text", delta: markdown }, ...WHOLE_RUN.slice(-1)]

describe("asking", () => {
  it("sends on Enter, breaks the line on Shift+Enter and shows the turn in place of the start", async () => {
    const { user, told } = show()
    expect(screen.getByText("Start here")).toBeTruthy()
    await user.type(field(), "total sales{Shift>}{Enter}{/Shift}by region{Enter}")
    expect(told.questions).toEqual([{ message: "total sales\nby region" }])
    expect(screen.queryByText("Start here")).toBeNull()
    await screen.findByText("North leads.")
    expect(field()).toHaveProperty("value", "")
  })

  it("brings the last question back with ArrowUp", async () => {
    const { user } = show()
    await user.type(field(), "one{Enter}")
    await screen.findByText("North leads.")
    await user.type(field(), "{ArrowUp}")
    expect(field()).toHaveProperty("value", "one")
  })

  it("does not send a question longer than the server takes, and says by how much", async () => {
    const { user, told } = show()
    await user.type(field(), `${"x".repeat(52)}{Enter}`)
    expect(told.questions).toEqual([])
    expect(screen.getByRole("alert").textContent).toBe("Shorten the question by 2 characters.")
  })
})

describe("an answer", () => {
  it("folds its steps to one line when it is done, and opens them again", async () => {
    const { user } = show()
    await user.type(field(), "q{Enter}")
    const fold = await screen.findByRole("button", { name: "Queried 4 rows in 5 ms · drew version 1" })
    expect(screen.queryByRole("list", { name: "Steps of the answer" })).toBeNull()
    await user.click(fold)
    const steps = screen.getByRole("list", { name: "Steps of the answer" })
    expect(within(steps).getByText("4 rows · 5 ms")).toBeTruthy()
    await user.click(within(steps).getByRole("button", { name: /main/ }))
    expect(screen.getByLabelText("SQL statement").textContent).toBe("SELECT region, sum(total) FROM orders GROUP BY ALL")
  })

  it("shows the component as a line that opens its source", async () => {
    const opened: unknown[] = []
    const { user } = show({}, { showArtifact: (artifact, tab) => void opened.push([artifact, tab]) })
    await user.type(field(), "q{Enter}")
    await user.click(await screen.findByRole("button", { name: /Component 3 lines/ }))
    expect(opened).toEqual([[{ id: ARTIFACT, version: 1, title: "Total sales by region" }, "code"]])
    expect(screen.queryByText(/export default function/)).toBeNull()
  })

  it("says what it is doing, then stops when asked", async () => {
    const stream = openResponse()
    const { user, told } = show({ ask: () => Promise.resolve(stream.response) })
    await user.type(field(), "q{Enter}")
    stream.write(streamOf(WHOLE_RUN.slice(0, 4)))
    await waitFor(() => expect(screen.getByRole("status").textContent).toBe("Reading the question"))
    await user.click(screen.getByRole("button", { name: "Stop" }))
    expect(told.cancelled).toHaveLength(1)
    expect(screen.getByRole("status").textContent).toBe("Stopping")
    await act(async () => {
      stream.write(streamOf([...WHOLE_RUN.slice(0, 4), { type: "done", finishReason: "cancelled", usage: { inputTokens: 0, outputTokens: 0 } }], 4))
      await settle()
    })
    expect(await screen.findByText("Stopped.")).toBeTruthy()
  })

  it("sends a suggested question when its line is clicked", async () => {
    const { user, told } = show({ ask: ({ message }) => Promise.resolve(responseOf(streamOf(message === "q" ? withProse("Try:\n\n- [Only **2017**](#ask)\n") : WHOLE_RUN))) })
    await user.type(field(), "q{Enter}")
    await user.click(await screen.findByRole("button", { name: "Only 2017" }))
    expect(told.questions.map(({ message }) => message)).toEqual(["q", "Only 2017"])
  })

  it("lets no HTML, picture or script of the answer through", async () => {
    const { user } = show({
      ask: () => Promise.resolve(responseOf(streamOf(withProse("<img src=x onerror=alert(1)> ![chart](https://evil.example/a.png) [a](javascript:alert(1)) [b](https://example.org)")))),
    })
    await user.type(field(), "q{Enter}")
    const link = await screen.findByRole("link", { name: "b" })
    expect(link.getAttribute("rel")).toBe("noopener noreferrer")
    expect(document.querySelectorAll("img, script")).toHaveLength(0)
    expect(screen.getByText("a").getAttribute("href") ?? "").toBe("")
  })
})

describe("a failure", () => {
  it("stands in the turn in words, with Retry", async () => {
    let isDown = true
    const { user, told } = show({ ask: () => (isDown ? Promise.reject(new ApiError("The model does not answer.", "model_unavailable", 503, true)) : Promise.resolve(responseOf(streamOf(WHOLE_RUN)))) })
    await user.type(field(), "q{Enter}")
    expect((await screen.findByRole("alert")).textContent).toContain("The model does not answer.")
    expect(screen.queryByRole("button", { name: "Edit SQL" })).toBeNull()
    isDown = false
    await user.click(screen.getByRole("button", { name: "Retry" }))
    expect(await screen.findByText("North leads.")).toBeTruthy()
    expect(told.questions).toHaveLength(2)
  })

  it("of a statement lets it be corrected and run", async () => {
    const ran: string[] = []
    const events: ChatEvent[] = [
      ...WHOLE_RUN.slice(0, 3),
      toolEvent("started", { arguments: { query: "SELECT revenu FROM orders" } }),
      toolEvent("failed"),
      { type: "error", message: "There is no column revenu in orders.", stage: "querying", code: "unknown_column", retryable: false },
      { type: "done", finishReason: "error", usage: { inputTokens: 0, outputTokens: 0 } },
    ]
    const { user } = show(
      { ask: () => Promise.resolve(responseOf(streamOf(events))) },
      {
        runSql: (sql) => {
          ran.push(sql)
          return Promise.resolve(ran.length === 1 ? { ok: false, message: "Still no such column." } : { ok: true, columns: ["revenue"], rows: [[7], [null]], rowCount: 2, elapsedMs: 3 })
        },
      },
    )
    await user.type(field(), "q{Enter}")
    await user.click(await screen.findByRole("button", { name: "Edit SQL" }))
    const editor = await screen.findByRole("textbox", { name: "SQL statement" })
    await user.click(screen.getByRole("button", { name: "Run" }))
    expect(await screen.findByText("Still no such column.")).toBeTruthy()
    await user.type(editor, " LIMIT 2")
    await user.click(screen.getByRole("button", { name: "Run" }))
    expect(await screen.findByText("2 rows in 3 ms")).toBeTruthy()
    expect(screen.getByText("(none)")).toBeTruthy()
    expect(ran).toEqual(["SELECT revenu FROM orders", "SELECT revenu FROM orders LIMIT 2"])
  })
})
