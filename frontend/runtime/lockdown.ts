/** What opens a connection or a context of its own; the CSP forbids most of it, this takes away the rest (WebRTC above all). */
const removed = `RTCPeerConnection webkitRTCPeerConnection RTCDataChannel RTCIceTransport RTCSessionDescription WebSocket WebSocketStream WebTransport EventSource XMLHttpRequest
  fetch fetchLater Worker SharedWorker Worklet BroadcastChannel Notification PushManager PaymentRequest PresentationRequest indexedDB caches cookieStore
  localStorage sessionStorage open alert confirm prompt print showOpenFilePicker showSaveFilePicker showDirectoryPicker importScripts fence sharedStorage
  speechSynthesis IdleDetector EyeDropper DigitalCredential WebAssembly`.split(/\s+/)

const removedFromNavigator = `sendBeacon serviceWorker geolocation mediaDevices bluetooth usb serial hid share clipboard credentials locks storage getBattery
  requestMIDIAccess registerProtocolHandler xr gpu joinAdInterestGroup runAdAuction`.split(/\s+/)

const remove = (target: object, name: string) => {
  for (let owner: object | null = target; owner; owner = Object.getPrototypeOf(owner) as object | null) {
    if (Object.hasOwn(owner, name)) Reflect.deleteProperty(owner, name)
  }
  if (name in target) Object.defineProperty(target, name, { value: undefined, configurable: false, writable: false })
}

/** Removes the constructors an artifact has no use for. A second wall: the response headers are the first. */
export function removeCapabilities(): void {
  for (const name of removed) remove(window, name)
  for (const name of removedFromNavigator) remove(navigator, name)
}

/** Charts stand still unless the artifact asks for motion: Recharts reads this media query. */
export function preferReducedMotion(): void {
  const original = window.matchMedia.bind(window)
  window.matchMedia = (query) => {
    const list = original(query)
    if (/prefers-reduced-motion:\s*reduce/.test(query)) Object.defineProperty(list, "matches", { value: true })
    return list
  }
}

type Policies = { createPolicy: (name: string, rules: { createHTML: (text: string) => string | null; createScript: (text: string) => string | null; createScriptURL: () => null }) => unknown }

/** Style text that Radix writes as HTML; nothing else may become markup. */
const knownMarkup = ["scroll-area", "select"].map((part) => `[data-radix-${part}-viewport]{scrollbar-width:none;-ms-overflow-style:none;-webkit-overflow-scrolling:touch;}[data-radix-${part}-viewport]::-webkit-scrollbar{display:none}`)

let admitted: string | undefined

/** The only text this realm may ever turn into code. Works once; a second call is ignored. */
export function admitScript(text: string): void {
  admitted ??= text
}

/** Installs the Trusted Types default policy. Returns false where the browser has none: then nothing can be run at all. */
export function installTrustedTypes(): boolean {
  const { trustedTypes } = window as unknown as { trustedTypes?: Policies }
  if (!trustedTypes) return false
  trustedTypes.createPolicy("default", {
    createHTML: (text) => (text === knownMarkup[0] || text === knownMarkup[1] ? text : null),
    createScript: (text) => (text === admitted ? text : null),
    createScriptURL: () => null,
  })
  return true
}
