import type { Diagnostic } from "@/lib/security/codeValidator"
import type { FrameFailureKind } from "@/lib/sandbox/watchdog"

/** What is wrong with an artifact, as the panel shows it and as a repair prompt needs it. */
export type PreviewProblem = {
  kind: FrameFailureKind | "invalid"
  /** Plain words. */
  message: string
  /** 1-based line of the artifact's own source; undefined when unknown. */
  line?: number
  /** The line with three around it, numbered, from the page's own copy of the source. */
  excerpt?: string
  diagnostics?: readonly Diagnostic[]
}

export type PreviewStatus =
  /** No complete code yet. */
  | { state: "empty" }
  /** Being checked, started or drawn; what was shown before stays. */
  | { state: "working"; isSlow: boolean }
  /** Painted. `isEmpty`: the component drew nothing. `isSettled`: it has come to rest. */
  | { state: "shown"; isEmpty: boolean; isSettled: boolean }
  /** Refused or failed. `hasOlder`: the version before it can still be seen. */
  | { state: "failed"; problem: PreviewProblem; hasOlder: boolean }
  /** Put to sleep because other views need the memory. */
  | { state: "asleep" }
