import { createServer, type Server } from "node:http"
import { type AddressInfo } from "node:net"
import { afterEach, expect, it } from "vitest"
import { ApiError } from "./api-error"
import { requestJson } from "./request-json"

let server: Server | undefined

afterEach(() => server?.close())

/** Answers every request with one status and body; keeps what was sent. */
async function serve(status: number, body: string) {
  const seen: { method?: string; contentType?: string; body: string }[] = []
  server = createServer((request, response) => {
    let sent = ""
    request.on("data", (chunk: Buffer) => (sent += chunk.toString()))
    request.on("end", () => {
      seen.push({ method: request.method, contentType: request.headers["content-type"], body: sent })
      response.writeHead(status, { "content-type": "application/json" }).end(body)
    })
  })
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve))
  return { seen, url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/x` }
}

it("sends and reads JSON", async () => {
  const { url, seen } = await serve(201, '{"id":1}')

  expect(await requestJson(url, { method: "POST", body: { a: null } })).toEqual({ id: 1 })
  expect(seen).toEqual([{ method: "POST", contentType: "application/json", body: '{"a":null}' }])
})

it("answers undefined where there is no body", async () => {
  const { url } = await serve(204, "")

  expect(await requestJson(url, { method: "DELETE" })).toBeUndefined()
})

it("rejects with the server's problem", async () => {
  const { url } = await serve(404, '{"detail":"There is no such chart.","code":"not_found","retryable":false}')

  await expect(requestJson(url)).rejects.toEqual(new ApiError("There is no such chart.", "not_found", 404, false))
})
