// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { afterEach, expect, it, vi } from "vitest"
import { ArtifactStoreProvider } from "./artifact-context"
import { ArtifactPane } from "./artifact-pane"
import { createArtifactStore } from "./state/artifact-store"
import type { ArtifactApi } from "./state/ports"
import { artifactOf, CODE, fakeApi, fakeClock, FakeProblem, resultOf, versionOf } from "./testing/fake-api"

// the locked frame needs a browser; here it says what it was given
vi.mock("@/features/preview", () => ({
  Preview: ({ code, rows, paramValues }: { code: string; rows: unknown; paramValues: unknown }) => (
    <output aria-label="preview">{JSON.stringify({ code, rows, paramValues })}</output>
  ),
}))

// without layout the table would think that it has no height to show rows in
vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600)
vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(800)

afterEach(cleanup)

async function renderPane(answers: Partial<ArtifactApi> = {}) {
  const clock = fakeClock()
  const fake = fakeApi({
    findArtifact: async () => artifactOf(),
    findResult: async () => resultOf([["North", 7], ["South", null]], { rowCount: 1204, truncated: true, fetchedAt: new Date().toISOString() }),
    ...answers,
  })
  const store = createArtifactStore({ api: fake.api, clock })
  await store.getState().openArtifact("a1")
  fake.calls.length = 0
  render(
    <ArtifactStoreProvider store={store}>
      <ArtifactPane theme="light" frameOriginTemplate="http://r-{id}.localhost:1" />
    </ArtifactStoreProvider>,
  )
  return { store, clock, ...fake, user: userEvent.setup() }
}

const preview = () => JSON.parse(screen.getByLabelText("preview").textContent) as unknown

it("draws the rows and says what is true of them", async () => {
  await renderPane()

  expect(preview()).toEqual({ code: CODE, rows: [{ region: "North", total: 7 }, { region: "South", total: null }], paramValues: {} })
  expect(screen.getByText("Total net by region · 1,204 rows · DuckDB 3 ms", { exact: false }).textContent).toContain("shows the first 2 rows of 1,204")
  expect(screen.getByText("now", { exact: false }).closest("time")?.dataset.stale).toBe("false")
})

it("draws the rows that were chosen out of many, and the table keeps the first", async () => {
  const truncated = resultOf([["North", 7]], { rowCount: 90_000, truncated: true })
  const { user } = await renderPane({
    findResult: async () => truncated,
    sampleResult: async () => ({ ...truncated, rows: [["North", 7], ["South", 9]], sampling: { method: "min_max", fromRows: 90_000, toRows: 2 } }),
  })

  expect(preview()).toMatchObject({ rows: [{ region: "North", total: 7 }, { region: "South", total: 9 }] })
  expect(screen.getByText("· drawn from 2 of 90,000 rows, peaks and gaps kept")).toBeDefined()
  await user.click(screen.getByRole("tab", { name: "Table" }))
  expect(screen.getAllByRole("cell").map((cell) => cell.textContent)).toEqual(["North", "7"])
})

it("downloads all rows from the server where the page has only the first", async () => {
  const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {})
  const { user } = await renderPane()

  for (const item of ["Download CSV", "Download Excel"]) {
    await user.click(screen.getByRole("button", { name: "Share" }))
    await user.click(await screen.findByRole("menuitem", { name: new RegExp(item) }))
  }

  expect(click.mock.instances.map((link) => (link as unknown as HTMLAnchorElement).getAttribute("href"))).toEqual([
    "/api/results/key-1?format=csv&name=total-sales-by-region",
    "/api/results/key-1?format=xlsx&name=total-sales-by-region",
  ])
  click.mockRestore()
})

it("passes a view param to the chart without a request", async () => {
  const { store, calls } = await renderPane()

  act(() => store.getState().setParam("color", "#000000"))

  expect(preview()).toMatchObject({ paramValues: { color: "#000000" } })
  expect(calls).toEqual([])
  expect(window.location.search).toBe("?p.color=%23000000")
})

it("keeps the chart mounted behind the table", async () => {
  const { user } = await renderPane()
  const chart = screen.getByLabelText("preview")

  await user.click(screen.getByRole("tab", { name: "Table" }))

  const table = screen.getByRole("table", { name: "Rows of Total sales by region" })
  expect(within(table).getAllByRole("cell").map((cell) => cell.textContent)).toEqual(["North", "7", "South", "(none)"])
  expect(screen.getByLabelText("preview")).toBe(chart)
})

it("sorts the table by a column", async () => {
  const { user } = await renderPane()
  await user.click(screen.getByRole("tab", { name: "Table" }))

  await user.click(screen.getByRole("button", { name: "region" }))
  await user.click(screen.getByRole("button", { name: "region" }))

  expect(screen.getByRole("columnheader", { name: "region" }).getAttribute("aria-sort")).toBe("descending")
  expect(screen.getAllByRole("cell").map((cell) => cell.textContent)).toEqual(["South", "(none)", "North", "7"])
})

it("shows SQL with its bound values, and why a change of it was not taken", async () => {
  const { user, store } = await renderPane({ runQuery: async () => { throw new FakeProblem("sql_syntax", "There is a comma too many before FROM.") } })

  await user.click(screen.getByRole("tab", { name: "SQL" }))
  const card = screen.getByRole("region", { name: "Query main" })
  expect(within(card).getByText("$top").nextSibling?.textContent).toBe("5")

  expect(await store.getState().editQuery("main", "SELECT region, FROM sales")).toBe("There is a comma too many before FROM.")
})

it("refreshes the data and leaves the code", async () => {
  const { user } = await renderPane({ refreshResult: async () => resultOf([["North", 8]]) })

  await user.click(screen.getByRole("button", { name: "Refresh" }))

  expect(preview()).toMatchObject({ code: CODE, rows: [{ region: "North", total: 8 }] })
})

it("says which condition left no rows, and takes it back", async () => {
  const { user, clock, store } = await renderPane({ runQuery: async ({ params }) => resultOf(params.top === 1 ? [] : [["North", 7]]) })
  act(() => store.getState().setParam("top", 1))
  await act(async () => clock.advance(250))

  expect(screen.getByText("No rows are left by Top 1.")).toBeTruthy()
  await user.click(screen.getByRole("button", { name: "Reset to defaults" }))
  await act(async () => clock.advance(250))

  expect(preview()).toMatchObject({ rows: [{ region: "North", total: 7 }] })
})

it("saves a template under the title", async () => {
  const { user, named } = await renderPane({ saveTemplate: async () => undefined })

  await user.click(screen.getByRole("button", { name: "Save as template" }))
  const field = await screen.findByRole<HTMLInputElement>("textbox", { name: "Name" })
  expect(field.value).toBe("Total sales by region")
  await user.click(screen.getByRole("button", { name: "Save template" }))

  expect(named("saveTemplate")[0]?.args).toEqual([{ name: "Total sales by region", artifactId: "a1", version: 1, paramValues: {} }])
  expect(await screen.findByText("Saved as a template")).toBeTruthy()
})

it("shows an old version read-only, with a way to restore it", async () => {
  const { store } = await renderPane({
    findArtifact: async () => artifactOf({ versionCount: 2, latest: versionOf({ number: 2 }) }),
    listVersions: async () => [versionOf({ number: 2 }), versionOf({ number: 1 })],
  })
  await act(() => store.getState().openArtifact("a1", 1))

  expect(screen.getByText("This is version 1 of 2.")).toBeTruthy()
  expect(screen.getByRole("button", { name: "Restore it" })).toBeTruthy()
  expect(screen.queryByRole("button", { name: "Total sales by region" })).toBeNull()
})

it("renames by the title", async () => {
  const { user, named } = await renderPane({ renameArtifact: async () => undefined })

  await user.click(screen.getByRole("button", { name: "Total sales by region" }))
  await user.clear(screen.getByRole("textbox", { name: "Title" }))
  await user.type(screen.getByRole("textbox", { name: "Title" }), "Regions{Enter}")

  expect(named("renameArtifact")[0]?.args).toEqual(["a1", "Regions"])
  expect(screen.getByRole("button", { name: "Regions" })).toBeTruthy()
})
