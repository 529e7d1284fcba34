// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react"
import { afterEach, expect, it } from "vitest"
import { createMemoryArea } from "@/lib/storage"
import { LayoutProvider } from "./contexts"
import { createLayoutStore } from "./layout-store"
import { SplitPane } from "./split-pane"

afterEach(cleanup)

function show(area = createMemoryArea()) {
  const applied: number[] = []
  const store = createLayoutStore({ area: () => area, applyChatWidth: (width) => void applied.push(width) })
  render(
    <LayoutProvider value={store}>
      <SplitPane chat={<p>chat</p>} view={<p>view</p>} />
    </LayoutProvider>,
  )
  return { store, applied, area, handle: screen.getByRole("separator", { name: "Width of the chat" }) }
}

it("is moved by keys, within its bounds, and remembered", () => {
  const { handle, area, applied } = show()
  fireEvent.keyDown(handle, { key: "ArrowRight" })
  fireEvent.keyDown(handle, { key: "ArrowRight" })
  expect(handle.getAttribute("aria-valuenow")).toBe("472")
  fireEvent.keyDown(handle, { key: "End" })
  fireEvent.keyDown(handle, { key: "ArrowRight" })
  expect(applied.at(-1)).toBe(520)

  const later = createLayoutStore({ area: () => area, applyChatWidth: () => undefined })
  later.getState().start()
  expect(later.getState().chatWidth).toBe(520)
})

it("is dragged, within its bounds", () => {
  const { handle, store } = show()
  handle.setPointerCapture = () => undefined
  fireEvent.pointerDown(handle, { clientX: 500, pointerId: 1 })
  fireEvent.pointerMove(handle, { clientX: 530 })
  expect(store.getState().chatWidth).toBe(470)
  fireEvent.pointerMove(handle, { clientX: 5000 })
  expect(store.getState().chatWidth).toBe(520)
  fireEvent.lostPointerCapture(handle)
  fireEvent.pointerMove(handle, { clientX: 100 })
  expect(store.getState().chatWidth).toBe(520)
})

it("keeps both panes mounted whichever a narrow screen shows", () => {
  const { store } = show()
  store.getState().showPane("view")
  expect(screen.getByText("chat")).toBeTruthy()
  expect(screen.getByText("view")).toBeTruthy()
})
