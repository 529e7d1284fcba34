import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { type AddressInfo } from "node:net"
import { readFile } from "node:fs/promises"
import path from "node:path"

import { buildPage } from "./build"

const frontend = path.join(__dirname, "../../../frontend")
const frameFiles = path.join(frontend, "public/frame")
const types: Record<string, string> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json" }

export type Policy = { contentSecurityPolicy: string; headers: Record<string, string>; assetHeaders: Record<string, string> }

export const readPolicy = async (): Promise<Policy> => JSON.parse(await readFile(path.join(frameFiles, "frame-policy.json"), "utf8")) as Policy

/** One request that reached the sink: the path that carries the leaked bytes. */
export type SinkHit = { method: string; url: string }

/**
 * The page that embeds (`http://127.0.0.1`), the frames (`http://r-….localhost`) with the product's own headers, and a sink that
 * notes whatever reaches it. All on free ports.
 */
export class Harness {
  readonly hits: SinkHit[] = []
  #app!: Server
  #sink!: Server
  #bundles!: Awaited<ReturnType<typeof buildPage>>
  #policy!: Policy
  /** Leave out `Connection-Allowlist`, as browsers do that do not know it. */
  withoutAllowlist = false
  /** Leave out Trusted Types, as a proxy or a mistake might. */
  withoutTrustedTypes = false

  async start(): Promise<this> {
    this.#bundles = await buildPage()
    this.#policy = await readPolicy()
    this.#app = await listen((request, response) => void this.#serve(request, response))
    this.#sink = await listen((request, response) => {
      this.hits.push({ method: request.method ?? "", url: request.url ?? "" })
      response.writeHead(200, { "access-control-allow-origin": "*", "content-type": "text/plain" }).end("sink")
    })
    return this
  }

  get port(): number {
    return (this.#app.address() as AddressInfo).port
  }

  get appOrigin(): string {
    return `http://127.0.0.1:${String(this.port)}`
  }

  get sinkOrigin(): string {
    return `http://127.0.0.1:${String((this.#sink.address() as AddressInfo).port)}`
  }

  stop(): void {
    for (const server of [this.#app, this.#sink]) {
      server.closeAllConnections()
      server.close()
    }
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = request.headers.host ?? ""
    const { pathname } = new URL(request.url ?? "/", `http://${host}`)
    const isFrameHost = /^r-[0-9a-z]+\.localhost(:\d+)?$/.test(host)
    if (pathname.startsWith("/frame/")) return this.#serveFrameFile(pathname.slice(7), host, response)
    if (isFrameHost) return void response.writeHead(404).end() // open-N.localhost is for positive controls
    const page = { "/": ["html", this.#bundles.html], "/control": ["html", "<!doctype html><title>control</title>"], "/page.js": ["js", this.#bundles.page], "/open.html": ["html", this.#bundles.openHtml], "/open.js": ["js", this.#bundles.open] }[pathname]
    if (!page) return void response.writeHead(404).end()
    const headers: Record<string, string> = { "content-type": types[`.${page[0]}`] ?? "" }
    if (pathname === "/") headers["content-security-policy"] = `frame-src http://*.localhost:${String(this.port)} http://127.0.0.1:${String(this.port)}`
    response.writeHead(200, headers).end(page[1])
  }

  async #serveFrameFile(name: string, host: string, response: ServerResponse): Promise<void> {
    if (!/^[\w.-]+$/.test(name)) return void response.writeHead(404).end()
    try {
      const body = await readFile(path.join(frameFiles, name))
      const headers = { ...(name === "sandbox.html" ? this.#frameHeaders(host) : this.#policy.assetHeaders), "content-type": types[path.extname(name)] ?? "application/octet-stream" }
      response.writeHead(200, headers).end(body)
    } catch {
      response.writeHead(404).end()
    }
  }

  #frameHeaders(host: string): Record<string, string> {
    const { "Connection-Allowlist": allowlist, ...others } = this.#policy.headers
    const policy = this.withoutTrustedTypes ? this.#policy.contentSecurityPolicy.replace("require-trusted-types-for 'script'; ", "") : this.#policy.contentSecurityPolicy
    const csp = policy.replaceAll("{frameOrigin}", `http://${host}`).replaceAll("{appOrigin}", this.appOrigin)
    return { ...others, ...(!this.withoutAllowlist && allowlist && { "Connection-Allowlist": allowlist }), "Content-Security-Policy": csp }
  }
}

const listen = (handler: (request: IncomingMessage, response: ServerResponse) => void) =>
  new Promise<Server>((resolve) => {
    const server = createServer(handler)
    server.listen(0, "127.0.0.1", () => resolve(server))
  })
