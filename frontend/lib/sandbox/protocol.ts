/**
 * The messages between the page (host) and the program in the frame, over one MessagePort. Everything that comes from the
 * frame is a claim of untrusted code: see messages.ts for how it is read.
 */
export const protocolVersion = 1

export type Theme = "light" | "dark"

/** A row as the artifact sees it. */
export type Row = Record<string, unknown>

/** The drawing of one lucide icon, as lucide-react's `createLucideIcon` takes it. */
export type IconData = { name: string; node: [tag: string, attributes: Record<string, string>][]; size?: number; aliases?: string[] }

export type RenderMessage = {
  type: "render"
  /** Compiled by lib/compile: the body of a strict function. */
  code: string
  /** CSS of the utilities the code uses. */
  styles: string
  icons: Record<string, IconData>
  data: Row[]
  results: Record<string, Row[]>
  params: Record<string, unknown>
  theme: Theme
}

export type HostMessage =
  | RenderMessage
  | { type: "props"; data?: Row[]; results?: Record<string, Row[]>; params?: Record<string, unknown> }
  | { type: "theme"; theme: Theme }
  | { type: "ping"; n: number }
  /** Asks for one `picture` back. */
  | { type: "picture" }

/** `render`: the component threw; `loop`: it ran too long; `load`: the module failed; `event`: a handler or timer threw later. */
export type FrameErrorKind = "render" | "loop" | "load" | "event"

export type FrameMessage =
  /** `failures`: the parts of the lock that do not hold in this browser; empty when all do. */
  | { type: "ready"; failures: string[] }
  | { type: "committed"; isEmpty: boolean }
  | { type: "pong"; n: number; commits: number }
  | { type: "size"; height: number }
  /** The view as PNG; null when it could not be drawn. */
  | { type: "picture"; png: ArrayBuffer | null }
  /** `line` and `column` are of the compiled code, `sourceLine` of the artifact's own; all 1-based, 0 when unknown. */
  | { type: "error"; kind: FrameErrorKind; message: string; line: number; column: number; sourceLine: number }

/** The one window message each way, before the port takes over. */
export type HelloMessage = { v: 1; type: "hello"; run: string }
export type InitMessage = { v: 1; type: "init" }
