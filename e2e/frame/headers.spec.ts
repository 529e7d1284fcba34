import { expect, test } from "@playwright/test"

import { benign, runLocked } from "./harness/drive"
import { Harness } from "./harness/server"

let harness: Harness
test.beforeAll(async () => {
  harness = await new Harness().start()
})
test.afterAll(() => harness.stop())

test("the frame's document comes with exactly these headers", async ({ request }) => {
  const host = `r-0123456789abcdef0123.localhost:${String(harness.port)}`
  const response = await request.get(`${harness.appOrigin}/frame/sandbox.html`, { headers: { host } })
  const document = await response.text()
  const script = /src="(\/frame\/runtime\.[0-9a-f]{12}\.js)"/.exec(document)?.[1]
  const style = /href="(\/frame\/runtime\.[0-9a-f]{12}\.css)"/.exec(document)?.[1]
  const headers = response.headers()

  expect(headers["content-security-policy"]).toBe(
    `default-src 'none'; script-src http://${host}${String(script)} 'unsafe-eval'; style-src 'unsafe-inline' http://${host}${String(style)}; img-src data:; font-src data:; connect-src 'none'; media-src 'none'; ` +
      `object-src 'none'; worker-src 'none'; child-src 'none'; frame-src 'none'; manifest-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors ${harness.appOrigin}; sandbox allow-scripts; ` +
      "require-trusted-types-for 'script'; trusted-types default; webrtc 'block'",
  )
  expect(headers["connection-allowlist"]).toBe("(response-origin)")
  expect(headers["referrer-policy"]).toBe("no-referrer")
  expect(headers["x-content-type-options"]).toBe("nosniff")
  expect(headers["cache-control"]).toBe("no-store")
  expect(headers["permissions-policy"]?.split(", ")).toContain("camera=()")
})

test("a frame whose lock was weakened reports it, and nothing is run in it", async ({ page }) => {
  harness.withoutTrustedTypes = true
  await page.goto(harness.appOrigin)

  const { state, failure } = await runLocked(page, benign)
  harness.withoutTrustedTypes = false

  expect([state, failure?.kind]).toEqual(["failed", "unsafe"])
  expect(failure?.message).toContain("eval-closed, function-closed, markup-closed")
})

test("params and theme change what is drawn, without a request", async ({ page }) => {
  await page.goto(harness.appOrigin)
  const source = 'export const params = { word: { type: "text", default: "one" } }\nexport default function Viz({ params }) { return <p>{params.word}</p> }'
  expect((await runLocked(page, source)).state).toBe("settled")
  const root = page.frameLocator("#box iframe:not([aria-hidden])").locator("#root")
  await expect(root).toHaveText("one")

  const requests: string[] = []
  page.on("request", (request) => requests.push(request.url()))
  await page.evaluate(() => window.harness.setProps({ params: { word: "two" } }))

  await expect(root).toHaveText("two")
  expect(requests.filter((url) => !url.includes("/frame/"))).toEqual([])
})

test("a failure names the line of compiled code, which leads to the source", async ({ page }) => {
  await page.goto(harness.appOrigin)

  const { failure } = await runLocked(page, "// one\nexport default function Viz({ data }) {\n  const row = data[99]\n  return <p>{row.region}</p>\n}")

  expect(failure).toMatchObject({ kind: "render", message: "Cannot read properties of undefined (reading 'region')" })
  expect(failure?.line).toBeGreaterThan(0)
})
