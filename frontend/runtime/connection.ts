import { type FrameMessage, type HelloMessage, type HostMessage, protocolVersion } from "../lib/sandbox/protocol"
import { postToPort } from "./primordials"

export type Connection = { send: (message: FrameMessage) => void }

/**
 * Says hello to the page once, with the id from the frame's own host name, and waits for the port that comes back from that very
 * window. Messages of any other origin are not looked at.
 */
export function connect(onOpen: (connection: Connection) => void, onMessage: (message: HostMessage) => void): void {
  const host = window.parent
  const receive = (event: MessageEvent) => {
    const port = event.ports[0]
    const data = event.data as { v?: unknown; type?: unknown } | null
    if (event.source !== host || !port || data?.v !== protocolVersion || data.type !== "init") return
    window.removeEventListener("message", receive)
    port.onmessage = ({ data: message }: MessageEvent<HostMessage>) => onMessage(message)
    onOpen({ send: (message) => postToPort(port, message) })
  }
  window.addEventListener("message", receive)
  const run = window.location.hostname.split(".")[0]?.replace(/^r-/, "") ?? ""
  host.postMessage({ v: protocolVersion, type: "hello", run } satisfies HelloMessage, "*")
}
