import { createRoot, type Root } from "react-dom/client"

import type { FrameErrorKind, HostMessage, RenderMessage, Theme } from "../lib/sandbox/protocol"
import { type Connection, connect } from "./connection"
import { limitDepth } from "./depth"
import { describeError } from "./describe-error"
import { execute } from "./execute"
import { createGate } from "./gate"
import { OverrunError, TurnGuard } from "./guard"
import { iconModule } from "./icons"
import { installTrustedTypes, preferReducedMotion, removeCapabilities } from "./lockdown"
import { libraryModules } from "./modules"
import { isHidden, later, nextFrame } from "./primordials"
import { takePicture } from "./picture"
import { prime } from "./prime"
import { selfTest } from "./self-test"
import { Shell } from "./shell"
import { watchSize } from "./size"

/** After the next paint; hidden and off-screen frames do not paint, so a timer goes along. */
function afterPaint(task: () => void): void {
  let isDone = false
  const once = () => {
    if (isDone) return
    isDone = true
    task()
  }
  if (isHidden()) return void later(once, 0)
  nextFrame(() => nextFrame(once))
  later(once, 400)
}

class Program {
  #connection: Connection | undefined
  #root: Root | undefined
  #commits = 0
  #hasFailed = false
  #props: Record<string, unknown> = {}
  #Viz: ReturnType<typeof execute> | undefined
  readonly #priming = prime()
  readonly #container = document.getElementById("root") as HTMLElement
  readonly #guard = new TurnGuard((error) => this.#fail("loop", error))

  open(connection: Connection, failures: string[]): void {
    this.#connection = connection
    connection.send({ type: "ready", failures })
  }

  receive(message: HostMessage): void {
    switch (message.type) {
      case "ping":
        return this.#connection?.send({ type: "pong", n: message.n, commits: this.#commits })
      case "theme":
        return setTheme(message.theme)
      case "picture":
        return void takePicture(this.#container).then((png) => this.#connection?.send({ type: "picture", png }))
      case "render":
        return this.#start(message)
      case "props":
        this.#props = { ...this.#props, ...(message.data && { data: message.data }), ...(message.results && { results: message.results }), ...(message.params && { params: message.params }) }
        return this.#render()
    }
  }

  #start({ code, styles, icons, data, results, params, theme }: RenderMessage): void {
    if (this.#Viz) return
    this.#priming.stop()
    setTheme(theme)
    addStyles(styles)
    this.#props = { data, results, params }
    const gate = createGate(this.#guard.countElement)
    const modules = new Map<string, object>([...libraryModules, ["react", gate.react], ["lucide-react", iconModule(icons)]])
    window.addEventListener("error", (event) => this.#fail("event", event.error))
    window.addEventListener("unhandledrejection", (event) => this.#fail("event", event.reason))
    try {
      this.#Viz = execute(code, { React: gate.react, require: undefined, __cw_h: gate.createElement, __cw_F: gate.Fragment, __cw_g: this.#guard.check, __cw_m: (name: string) => modules.get(name) })
    } catch (error) {
      return this.#fail("load", error)
    }
    this.#root = createRoot(this.#container, { onCaughtError: () => {}, onUncaughtError: (error) => this.#fail("render", error) })
    this.#render()
    watchSize(this.#container, (height) => this.#connection?.send({ type: "size", height }))
  }

  #render(): void {
    if (!this.#Viz || !this.#root || this.#hasFailed) return
    this.#root.render(<Shell Viz={this.#Viz} props={this.#props} onError={this.#onRenderError} onMount={this.#onMount} onCommit={this.#onCommit} />)
  }

  readonly #onRenderError = (error: unknown, componentStack?: string | null) => this.#fail("render", error, componentStack)
  readonly #onCommit = () => void this.#commits++
  readonly #onMount = () =>
    afterPaint(() => {
      if (this.#hasFailed) return
      this.#guard.settle()
      this.#connection?.send({ type: "committed", isEmpty: this.#container.childElementCount === 0 && this.#container.textContent === "" })
    })

  #fail(kind: FrameErrorKind, error: unknown, componentStack?: string | null): void {
    const isOverrun = error instanceof OverrunError
    if (kind !== "event" || isOverrun) {
      if (this.#hasFailed) return
      this.#hasFailed = true
    }
    this.#connection?.send({ type: "error", kind: isOverrun ? "loop" : kind, ...describeError(error, componentStack) })
  }
}

function setTheme(theme: Theme): void {
  document.documentElement.classList.toggle("dark", theme === "dark")
}

function addStyles(css: string): void {
  const style = document.createElement("style")
  style.textContent = css
  document.head.append(style)
}

removeCapabilities()
preferReducedMotion()
limitDepth()
const failures = selfTest(installTrustedTypes())
const program = new Program()
connect(
  (connection) => program.open(connection, failures),
  (message) => program.receive(message),
)
