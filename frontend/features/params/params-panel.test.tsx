// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { useState } from "react"
import { afterEach, describe, expect, it } from "vitest"
import { normaliseParams, type ParamValue, type ParamValues } from "./param-types"
import { ParamsPanel } from "./params-panel"

const params = normaliseParams({
  top: { type: "number", label: "Top", default: 5, min: 1, max: 50, scope: "query" },
  title: { type: "text", label: "Title", default: "" },
  log: { type: "boolean", label: "Log scale", default: false },
  region: { type: "select", label: "Region", default: "", options: ["", "North"] },
  years: { type: "multiselect", label: "Years", default: [], options: [2016, 2017] },
  color: { type: "color", label: "Colour", default: "#4269d0" },
  day: { type: "date", label: "Day", default: "2017-01-01" },
  period: { type: "dateRange", label: "Period", default: ["2017-01-01", "2017-12-31"] },
})

function Harness({ changes }: { changes: [string, ParamValue][] }) {
  const [values, setValues] = useState<ParamValues>({})
  return (
    <ParamsPanel
      params={params}
      values={values}
      canUndo={false}
      onChange={(name, value) => {
        changes.push([name, value])
        setValues((before) => ({ ...before, [name]: value }))
      }}
      onReset={() => setValues({})}
      onUndo={() => undefined}
    />
  )
}

const renderPanel = () => {
  const changes: [string, ParamValue][] = []
  render(<Harness changes={changes} />)
  return { changes, user: userEvent.setup() }
}

describe("ParamsPanel", () => {
  afterEach(cleanup)

  it("names every control by its label", () => {
    renderPanel()

    for (const [role, name] of [["slider", "Top"], ["spinbutton", "Top"], ["textbox", "Title"], ["switch", "Log scale"], ["combobox", "Region"], ["group", "Years"], ["checkbox", "2016"], ["textbox", "Colour"], ["button", "Pick a colour for Colour"], ["group", "Period"]] as const)
      expect(screen.getByRole(role, { name })).toBeTruthy()
    expect(screen.getByLabelText("Day")).toBeTruthy()
  })

  it("marks only what runs the query", () => {
    renderPanel()

    expect(screen.getAllByText("runs the query")).toHaveLength(1)
  })

  it("tells each change in the type of its param", async () => {
    const { changes, user } = renderPanel()

    await user.click(screen.getByRole("switch", { name: "Log scale" }))
    await user.click(screen.getByRole("checkbox", { name: "2017" }))
    await user.click(screen.getByRole("checkbox", { name: "2016" }))
    await user.type(screen.getByRole("textbox", { name: "Title" }), "Hi")

    expect(changes).toEqual([["log", true], ["years", [2017]], ["years", [2016, 2017]], ["title", "H"], ["title", "Hi"]])
  })

  it("keeps a number out of range to itself and restores the field when it is left", async () => {
    const { changes, user } = renderPanel()
    const field = screen.getByRole<HTMLInputElement>("spinbutton", { name: "Top" })

    await user.clear(field)
    await user.type(field, "99")
    await user.tab()

    expect(changes).toEqual([["top", 9]])
    expect(field.value).toBe("9")
  })

  it("moves the slider by the keyboard", async () => {
    const { changes, user } = renderPanel()

    screen.getByRole("slider", { name: "Top" }).focus()
    await user.keyboard("{ArrowRight}")

    expect(changes).toEqual([["top", 6]])
  })

  it("resets to defaults once something was changed", async () => {
    const { user } = renderPanel()
    const reset = screen.getByRole<HTMLButtonElement>("button", { name: "Reset to defaults" })

    expect(reset.disabled).toBe(true)
    await user.click(screen.getByRole("switch", { name: "Log scale" }))
    await user.click(reset)

    expect(screen.getByRole("switch", { name: "Log scale" }).getAttribute("aria-checked")).toBe("false")
  })
})
