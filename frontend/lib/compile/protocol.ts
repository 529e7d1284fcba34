import type { CompileResult } from "./compile"

/** Page -> worker, and the answer to it. */
export type CompileRequest = { id: number; source: string }
export type CompileReply = { id: number; result: CompileResult }
