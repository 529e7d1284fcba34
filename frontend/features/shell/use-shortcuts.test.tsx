// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from "@testing-library/react"
import { afterEach, expect, it } from "vitest"
import { keysOf, useShortcuts } from "./use-shortcuts"

afterEach(cleanup)

it.each([
  [{ ctrlKey: true, key: "k" }, "Ctrl K"],
  [{ metaKey: true, key: "k" }, "Ctrl K"],
  [{ ctrlKey: true, shiftKey: true, key: "O" }, "Ctrl Shift O"],
  [{ key: "Escape" }, "Escape"],
])("names %j", (pressed, keys) => {
  expect(keysOf({ ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...pressed })).toBe(keys)
})

it("runs the newest action of its keys, and none that something else has handled", () => {
  const ran: string[] = []
  const Page = ({ name }: { name: string }) => {
    useShortcuts({ Escape: () => void ran.push(name) })
    return <input aria-label="field" onKeyDown={(pressed) => pressed.key === "Escape" && name === "c" && pressed.preventDefault()} />
  }
  const { rerender, getByLabelText, unmount } = render(<Page name="a" />)
  fireEvent.keyDown(window, { key: "Escape" })
  rerender(<Page name="b" />)
  fireEvent.keyDown(window, { key: "Escape" })
  fireEvent.keyDown(window, { key: "x" })
  rerender(<Page name="c" />)
  fireEvent.keyDown(getByLabelText("field"), { key: "Escape" })
  unmount()
  fireEvent.keyDown(window, { key: "Escape" })
  expect(ran).toEqual(["a", "b"])
})
