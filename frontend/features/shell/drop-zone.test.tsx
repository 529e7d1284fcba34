// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react"
import { afterEach, expect, it } from "vitest"
import { DropZone } from "./drop-zone"

afterEach(cleanup)

const drag = (type: string, types: string[], files: File[] = []) => {
  const moved = new Event(type, { bubbles: true, cancelable: true })
  Object.assign(moved, { dataTransfer: { types, files } })
  act(() => void window.dispatchEvent(moved))
  return moved
}

it("takes files dropped anywhere and says so while they hover", () => {
  const dropped: string[][] = []
  render(<DropZone onFiles={(files) => void dropped.push(files.map(({ name }) => name))} />)
  drag("dragenter", ["Files"])
  expect(screen.getByText("Drop to add a table")).toBeTruthy()
  const drop = drag("drop", ["Files"], [new File(["a"], "a.csv"), new File(["b"], "b.csv")])
  expect(drop.defaultPrevented).toBe(true)
  expect(dropped).toEqual([["a.csv", "b.csv"]])
  expect(screen.queryByText("Drop to add a table")).toBeNull()
})

it("lets text pass by", () => {
  const dropped: unknown[] = []
  render(<DropZone onFiles={(files) => void dropped.push(files)} />)
  drag("dragenter", ["text/plain"])
  expect(screen.queryByText("Drop to add a table")).toBeNull()
  expect(drag("drop", ["text/plain"]).defaultPrevented).toBe(false)
  expect(dropped).toEqual([])
})

it("goes away when the files leave the window", () => {
  render(<DropZone onFiles={() => undefined} />)
  drag("dragenter", ["Files"])
  drag("dragenter", ["Files"])
  drag("dragleave", ["Files"])
  expect(screen.getByText("Drop to add a table")).toBeTruthy()
  drag("dragleave", ["Files"])
  expect(screen.queryByText("Drop to add a table")).toBeNull()
})
