import type { FrameErrorKind, FrameMessage } from "./protocol"

const maxText = 2_000
const errorKinds: readonly string[] = ["render", "loop", "load", "event"]
const maxPictureBytes = 30_000_000
const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const minHeight = 50
const maxHeight = 4_000

const isCount = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value) && value >= 0
const isPng = (value: unknown): value is ArrayBuffer =>
  value instanceof ArrayBuffer && value.byteLength <= maxPictureBytes && value.byteLength > 8 && new Uint8Array(value, 0, 8).every((byte, index) => byte === pngSignature[index])
const count = (value: unknown) => (isCount(value) ? Math.min(Math.floor(value), Number.MAX_SAFE_INTEGER) : 0)

/** Reads a claim of the frame: known types with primitive fields of the right kind, cut and clamped. Undefined for anything else. */
export function readFrameMessage(value: unknown): FrameMessage | undefined {
  if (typeof value !== "object" || value === null) return undefined
  const message = value as Record<string, unknown>
  switch (message["type"]) {
    case "ready": {
      const failures = message["failures"]
      if (!Array.isArray(failures) || failures.length > 20) return undefined
      return { type: "ready", failures: failures.map((name) => String(name).slice(0, 60)) }
    }
    case "committed":
      return { type: "committed", isEmpty: message["isEmpty"] === true }
    case "pong":
      return isCount(message["n"]) && isCount(message["commits"]) ? { type: "pong", n: message["n"], commits: message["commits"] } : undefined
    case "size":
      return isCount(message["height"]) ? { type: "size", height: Math.min(maxHeight, Math.max(minHeight, message["height"])) } : undefined
    case "picture":
      return { type: "picture", png: isPng(message["png"]) ? message["png"] : null }
    case "error": {
      const kind = message["kind"]
      if (typeof kind !== "string" || !errorKinds.includes(kind)) return undefined
      const text = typeof message["message"] === "string" ? message["message"].slice(0, maxText) : "The component failed."
      return { type: "error", kind: kind as FrameErrorKind, message: text, line: count(message["line"]), column: count(message["column"]), sourceLine: count(message["sourceLine"]) }
    }
    default:
      return undefined
  }
}
