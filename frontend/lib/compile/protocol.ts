import type { CompileResult } from "./compile"

/** Page -> worker, and the answer to it. */
export type CompileRequest = { id: number; source: string }
export type CompileReply = { id: number; result: CompileResult }
/** Worker -> page, once: its code is loaded and warm, so that time limits mean the source and not the machine. */
export type CompilerReady = { isReady: true }
