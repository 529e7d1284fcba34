import { afterEach, expect, it, vi } from "vitest"
import { httpArtifactApi } from "./http-artifact-api"

afterEach(() => vi.unstubAllGlobals())

it("asks the job behind a chart to stop by the route that never deletes its data", async () => {
  const requests: string[] = []
  vi.stubGlobal("fetch", (path: string, { method }: RequestInit) => {
    requests.push(`${String(method)} ${path}`)
    return Promise.resolve(Response.json({ id: "a" }, { status: 202 }))
  })

  await httpArtifactApi.stopJob("a")

  expect(requests).toEqual(["POST /api/jobs/a/stop"])
})
