import { expect, it } from "vitest"
import { ApiError, bodyOf, createApi } from "./index"

const problem = { type: "about:blank", title: "Not found", status: 404, detail: "There is no conversation of that id.", code: "not_found", retryable: false, details: { id: 1 } }

const apiAnswering = (answer: () => Response) => {
  const requests: Request[] = []
  const fetch = (request: Request) => {
    requests.push(request)
    return Promise.resolve(answer())
  }
  return { api: createApi({ baseUrl: "http://localhost", fetch }), requests }
}
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } })

it("sends JSON to the described route and gives its body", async () => {
  const { api, requests } = apiAnswering(() => json({ items: [], nextCursor: null }))
  expect(bodyOf(await api.GET("/api/conversations", { params: { query: { Limit: 100 } } }))).toEqual({ items: [], nextCursor: null })
  expect(requests.map(({ method, url }) => [method, url])).toEqual([["GET", "http://localhost/api/conversations?Limit=100"]])
})

it("rejects with the server's problem", async () => {
  const { api } = apiAnswering(() => json(problem, 404))
  const error = await api.GET("/api/conversations/{id}", { params: { path: { id: "x" } } }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ message: problem.detail, code: "not_found", status: 404, retryable: false, details: { id: 1 } })
})

it.each([
  [502, "<html>Bad gateway</html>", true],
  [400, "", false],
  [500, "[]", true],
])("makes an error of a %d that is no problem", async (status, body, retryable) => {
  const { api } = apiAnswering(() => new Response(body, { status }))
  await expect(api.GET("/api/catalog")).rejects.toMatchObject({ code: "internal", status, retryable })
})
