// @vitest-environment happy-dom
import { cleanup, configure, render, screen } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { afterEach, expect, it } from "vitest"
import { createMemoryArea } from "@/lib/storage"
import { HistoryProvider } from "./contexts"
import { ConversationList } from "./conversation-list"
import { createHistoryStore } from "./history-store"

configure({ asyncUtilTimeout: 30_000 }) // a slow machine is not a failure
afterEach(cleanup)

const item = (id: string, title: string) => ({ id, title, createdAt: "2026-01-02T03:04:05Z", updatedAt: "2026-01-02T03:04:05Z" })

async function show() {
  const calls: unknown[][] = []
  const record = (name: string) => (...values: unknown[]) => {
    calls.push([name, ...values])
    return Promise.resolve()
  }
  const store = createHistoryStore({
    api: { list: () => Promise.resolve({ items: [item("a", "Total sales"), item("b", "Horsepower")], nextCursor: null }), rename: record("rename"), remove: record("remove"), clear: record("clear") },
    area: () => createMemoryArea(),
    onRemoved: () => undefined,
    onError: () => undefined,
  })
  await store.getState().load()
  render(
    <HistoryProvider value={store}>
      <ConversationList activeId="a" onOpen={(id) => void calls.push(["open", id])} />
    </HistoryProvider>,
  )
  return { calls, user: userEvent.setup() }
}

it("finds and opens a conversation", async () => {
  const { calls, user } = await show()
  expect(screen.getByRole("button", { name: /^Total sales/ }).getAttribute("aria-current")).toBe("true")
  await user.type(screen.getByRole("searchbox", { name: "Search conversations" }), "horse")
  expect(screen.queryByText("Total sales")).toBeNull()
  await user.click(screen.getByRole("button", { name: /^Horsepower/ }))
  expect(calls).toEqual([["open", "b"]])
  await user.type(screen.getByRole("searchbox"), "less")
  expect(screen.getByText("No conversation holds “horseless”.")).toBeTruthy()
})

it("renames in place, and Escape leaves the title as it is", async () => {
  const { calls, user } = await show()
  await user.click(screen.getByRole("button", { name: "More for Total sales" }))
  await user.click(await screen.findByRole("menuitem", { name: "Rename" }))
  await user.keyboard("Sales{Escape}")
  expect(calls).toEqual([])
  await user.click(screen.getByRole("button", { name: "More for Total sales" }))
  await user.click(await screen.findByRole("menuitem", { name: "Rename" }))
  const field = await screen.findByRole("textbox", { name: "Title" })
  await user.clear(field)
  await user.type(field, "Sales{Enter}")
  expect(calls).toEqual([["rename", "a", "Sales"]])
  expect(screen.getByText("Sales")).toBeTruthy()
})

it("asks before it clears everything", async () => {
  const { calls, user } = await show()
  await user.click(screen.getByRole("button", { name: "Clear history" }))
  expect(await screen.findByText(/2 conversations are deleted for good/)).toBeTruthy()
  await user.click(screen.getByRole("button", { name: "Delete all" }))
  expect(calls).toEqual([["clear"]])
  expect(screen.getByText("Nothing here yet. Ask a question and it is kept.")).toBeTruthy()
})
