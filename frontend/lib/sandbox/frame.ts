import { frameUrl, newFrameId } from "./frame-url"
import { readFrameMessage } from "./messages"
import { type FrameMessage, type HostMessage, type InitMessage, protocolVersion, type RenderMessage, type Theme } from "./protocol"
import { type FrameFailure, limits, Watchdog } from "./watchdog"

export type FrameListener = {
  onReady?: () => void
  onCommitted?: (isEmpty: boolean) => void
  onSettled?: () => void
  onSlow?: () => void
  onFailed?: (failure: FrameFailure) => void
  onSize?: (height: number) => void
  /** A handler or timer of the artifact threw; the view goes on. */
  onEventError?: (error: Extract<FrameMessage, { type: "error" }>) => void
}

const pictureMs = 10_000

const closedFeatures = "accelerometer autoplay camera clipboard-read clipboard-write display-capture fullscreen geolocation microphone midi payment publickey-credentials-get screen-wake-lock serial usb xr-spatial-tracking"

function createElement(url: string, title: string): HTMLIFrameElement {
  const element = document.createElement("iframe")
  element.setAttribute("sandbox", "allow-scripts")
  element.setAttribute("allow", closedFeatures.split(" ").map((name) => `${name} 'none'`).join("; "))
  element.setAttribute("referrerpolicy", "no-referrer")
  element.setAttribute("title", title)
  element.style.cssText = "position:absolute;inset:0;width:100%;height:100%;border:0;opacity:0;pointer-events:none;color-scheme:normal"
  element.src = url
  return element
}

/**
 * One frame for one run: its own host name, one handshake, one port. It runs at most one artifact and is then thrown away; destroying
 * it removes the element, which ends its process, and asks nothing of what runs inside.
 */
export class SandboxFrame {
  readonly element: HTMLIFrameElement
  readonly id = newFrameId()
  #listener: FrameListener = {}
  #port: MessagePort | undefined
  #loads = 0
  #isVisible = true
  #isDestroyed = false
  readonly #watchdog: Watchdog
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #observer: IntersectionObserver
  #onPicture: ((png: ArrayBuffer | null) => void) | undefined

  constructor(container: HTMLElement, originTemplate: string) {
    this.#watchdog = new Watchdog({
      ping: (n) => this.#post({ type: "ping", n }),
      onReady: () => this.#listener.onReady?.(),
      onCommitted: (isEmpty) => this.#listener.onCommitted?.(isEmpty),
      onSettled: () => this.#listener.onSettled?.(),
      onSlow: () => this.#listener.onSlow?.(),
      onFailed: (failure) => {
        this.destroy()
        this.#listener.onFailed?.(failure.kind === "boot" ? { ...failure, message: `${failure.message} ${this.#whereItLives}` } : failure)
      },
    })
    this.element = createElement(frameUrl(originTemplate, this.id), "Generated visualization")
    this.element.setAttribute("aria-hidden", "true")
    this.element.tabIndex = -1
    this.element.addEventListener("load", this.#onLoad)
    window.addEventListener("message", this.#onWindowMessage)
    this.#observer = new IntersectionObserver((entries) => (this.#isVisible = entries.at(-1)?.isIntersecting ?? true))
    container.append(this.element)
    this.#observer.observe(this.element)
    this.#tick()
  }

  get state() {
    return this.#watchdog.state
  }

  get isAlive(): boolean {
    return !this.#isDestroyed
  }

  listen(listener: FrameListener): void {
    this.#listener = listener
  }

  /** Runs the artifact; only once, and only when the state is `ready`. The 5-second limit starts here. */
  render(message: RenderMessage): void {
    this.#tick()
    if (this.#isDestroyed) return
    this.#watchdog.startRendering()
    this.#post(message)
    this.#tick()
  }

  /** New rows or param values for what is shown; it renders again, nothing is loaded. */
  setProps(props: Omit<Extract<HostMessage, { type: "props" }>, "type">): void {
    this.#post({ type: "props", ...props })
  }

  setTheme(theme: Theme): void {
    this.#post({ type: "theme", theme })
  }

  /** What is shown as a PNG, drawn by the frame itself. @throws Error with a sentence for the user */
  async takePicture(): Promise<Blob> {
    this.#onPicture?.(null)
    const png = await new Promise<ArrayBuffer | null>((resolve) => {
      const timer = setTimeout(() => this.#onPicture?.(null), pictureMs)
      this.#onPicture = (result) => {
        clearTimeout(timer)
        this.#onPicture = undefined
        resolve(result)
      }
      this.#post({ type: "picture" })
    })
    if (!png) throw new Error("The browser could not draw the view as a picture.")
    return new Blob([png], { type: "image/png" })
  }

  /** Shows or hides the element; hidden it still paints, so that a spare frame can warm up. */
  reveal(isShown: boolean): void {
    this.element.style.opacity = isShown ? "1" : "0"
    this.element.style.pointerEvents = isShown ? "auto" : "none"
    this.element.tabIndex = isShown ? 0 : -1
    if (isShown) this.element.removeAttribute("aria-hidden")
    else this.element.setAttribute("aria-hidden", "true")
  }

  destroy(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    clearTimeout(this.#timer)
    this.#onPicture?.(null)
    this.#observer.disconnect()
    window.removeEventListener("message", this.#onWindowMessage)
    this.#port?.close()
    this.element.remove()
  }

  /** What to look at when nothing answers from the frame's own host name. */
  get #whereItLives(): string {
    const { host, hostname } = new URL(this.element.src)
    return `It lives at ${host}: check that the server runs, and that this browser and its proxy reach names below ${hostname.slice(hostname.indexOf(".") + 1)}.`
  }

  #post(message: HostMessage): void {
    this.#port?.postMessage(message)
  }

  readonly #tick = () => {
    if (this.#isDestroyed) return
    if ((this.element.contentWindow?.length ?? 0) > 0) return this.#watchdog.fail("nested", "The view opened a frame of its own.")
    this.#watchdog.tick(performance.now(), this.#isVisible && document.visibilityState === "visible")
    clearTimeout(this.#timer)
    if (this.isAlive) this.#timer = setTimeout(this.#tick, this.#watchdog.nextTickMs)
  }

  readonly #onLoad = () => {
    if (++this.#loads > 1) this.#watchdog.fail("navigated", "The view tried to go to another address.")
  }

  /**
   * The first message of this very window opens the port; `origin` says "null" for every sandboxed frame and proves nothing. Later
   * ones say nothing either, but each takes the page's time, and more of it the larger it is: a few are borne.
   */
  readonly #onWindowMessage = (event: MessageEvent) => {
    if (!event.source || event.source !== this.element.contentWindow) return
    this.#watchdog.countMessage(performance.now(), limits.windowMessageWeight)
    if (this.#isDestroyed || this.#port) return
    const hello = event.data as { v?: unknown; type?: unknown; run?: unknown } | null
    const isExpected = hello?.v === protocolVersion && hello.type === "hello" && (hello.run === this.id || !new URL(this.element.src).hostname.includes(this.id))
    if (!isExpected) return this.#watchdog.fail("boot", "The view did not start as expected.")
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    port1.onmessage = this.#onMessage
    this.element.contentWindow?.postMessage({ v: protocolVersion, type: "init" } satisfies InitMessage, "*", [port2])
  }

  readonly #onMessage = (event: MessageEvent) => {
    const now = performance.now()
    this.#watchdog.countMessage(now)
    if (this.#isDestroyed) return
    const message = readFrameMessage(event.data)
    if (!message) return
    this.#watchdog.receive(message, now)
    if (message.type === "size") this.#listener.onSize?.(message.height)
    else if (message.type === "picture") this.#onPicture?.(message.png)
    else if (message.type === "error" && message.kind === "event") this.#listener.onEventError?.(message)
  }
}
