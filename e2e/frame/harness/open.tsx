import * as React from "react"
import { createRoot } from "react-dom/client"

import { compileUnchecked } from "./compile-unchecked"

/** Runs an attack in a page without any lock: if it does not get through here, its test proves nothing. */
async function runOpen(source: string): Promise<void> {
  const { code } = compileUnchecked(source)
  const exports: { default?: React.ComponentType<Record<string, unknown>> } = {}
  const modules: Record<string, unknown> = { react: React }
  new Function("React", "require", "exports", "__cw_h", "__cw_F", "__cw_g", "__cw_m", code)(React, undefined, exports, React.createElement, React.Fragment, () => {}, (name: string) => modules[name])
  const Viz = exports.default
  if (Viz) createRoot(document.body.appendChild(document.createElement("div"))).render(<Viz data={[{ secret: "s3cret" }]} results={{}} params={{}} />)
}

declare global {
  interface Window {
    runOpen: typeof runOpen
  }
}

window.runOpen = runOpen
