import { afterEach, expect, it, vi } from "vitest"
import { httpJobsApi } from "./http-jobs-api"

afterEach(() => vi.unstubAllGlobals())

it("asks for a stop by the route that never deletes", async () => {
  const requests: string[] = []
  vi.stubGlobal("fetch", (path: string, { method }: RequestInit) => {
    requests.push(`${String(method)} ${path}`)
    return Promise.resolve(Response.json({ id: "a b" }, { status: 202 }))
  })

  expect(await httpJobsApi.stop("a b")).toEqual({ id: "a b" })
  await httpJobsApi.remove("a b")
  await httpJobsApi.refresh("a b")

  expect(requests).toEqual(["POST /api/jobs/a%20b/stop", "DELETE /api/jobs/a%20b", "POST /api/jobs/a%20b/refresh"])
})

it("answers nothing for a job that was removed", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(null, { status: 204 })))

  expect(await httpJobsApi.remove("a")).toBeUndefined()
})
