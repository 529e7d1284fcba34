/** Tries what must not work. Returns the names of the checks that failed; the host refuses to run artifacts if there are any. */
export function selfTest(hasTrustedTypes: boolean): string[] {
  const failures: string[] = []
  const expect = (name: string, holds: () => boolean) => {
    try {
      if (!holds()) failures.push(name)
    } catch {
      failures.push(name)
    }
  }
  const throws = (attempt: () => unknown) => {
    try {
      attempt()
      return false
    } catch {
      return true
    }
  }
  expect("opaque-origin", () => window.origin === "null")
  expect("embedded", () => window.parent !== window)
  expect("parent-closed", () => throws(() => window.parent.document))
  expect("trusted-types", () => hasTrustedTypes)
  expect("eval-closed", () => throws(() => (0, eval)("1")))
  expect("function-closed", () => throws(() => new Function("return 1")))
  expect("markup-closed", () => throws(() => (document.createElement("div").innerHTML = "<b></b>")))
  expect("storage-closed", () => throws(() => document.cookie) || document.cookie === "")
  expect("webrtc-removed", () => !("RTCPeerConnection" in window) || (window as unknown as Record<string, unknown>)["RTCPeerConnection"] === undefined)
  return failures
}
