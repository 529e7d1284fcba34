// @vitest-environment happy-dom
import { cleanup, render, screen, within } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { afterEach, expect, it } from "vitest"
import { createTemplatesStore, type TemplateSummary } from "./state/templates-store"
import { TemplatesPage } from "./templates-page"

afterEach(cleanup)

const TEMPLATE: TemplateSummary = {
  id: "t1", name: "Sales by region", prompt: "total sales by region", artifactId: "a1", createdAt: "2026-01-01T10:00:00Z", updatedAt: "2026-01-01T10:00:00Z",
}

function renderPage(items: readonly TemplateSummary[]) {
  const calls: string[][] = []
  const store = createTemplatesStore({
    list: async () => ({ items, nextCursor: null }),
    rename: async (id, name) => void calls.push(["rename", id, name]),
    remove: async (id) => void calls.push(["remove", id]),
  })
  render(<TemplatesPage store={store} onOpen={async (id) => void calls.push(["open", id])} />)
  return { calls, user: userEvent.setup() }
}

it("shows how to make the first one", async () => {
  renderPage([])

  expect(await screen.findByText("No templates yet")).toBeTruthy()
})

it("opens a template by its name", async () => {
  const { calls, user } = renderPage([TEMPLATE])

  await user.click(await screen.findByRole("button", { name: "Sales by region" }))

  expect(calls).toEqual([["open", "t1"]])
})

it("renames in place", async () => {
  const { calls, user } = renderPage([TEMPLATE])

  await user.click(await screen.findByRole("button", { name: "More for Sales by region" }))
  await user.click(await screen.findByRole("menuitem", { name: "Rename" }))
  const field = await screen.findByRole("textbox", { name: "Name" })
  await user.clear(field)
  await user.type(field, "Regions{Enter}")

  expect(calls).toEqual([["rename", "t1", "Regions"]])
  expect(screen.getByRole("button", { name: "Regions" })).toBeTruthy()
})

it("asks before it deletes", async () => {
  const { calls, user } = renderPage([TEMPLATE])

  await user.click(await screen.findByRole("button", { name: "More for Sales by region" }))
  await user.click(await screen.findByRole("menuitem", { name: "Delete" }))
  const dialog = await screen.findByRole("dialog", { name: "Delete “Sales by region”?" })
  expect(calls).toEqual([])
  await user.click(within(dialog).getByRole("button", { name: "Delete template" }))

  expect(calls).toEqual([["remove", "t1"]])
  expect(await screen.findByText("No templates yet")).toBeTruthy()
})
