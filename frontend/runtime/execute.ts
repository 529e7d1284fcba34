import { importCode } from "react-runner"
import type { ComponentType } from "react"

import { admitScript } from "./lockdown"

/** What compiled code refers to (lib/compile/build.ts): React, element function, fragment, guard, module table. */
export type ArtifactScope = { React: object; require: unknown; __cw_h: unknown; __cw_F: unknown; __cw_g: unknown; __cw_m: unknown }

/**
 * Runs compiled code once, with react-runner, and returns its default export. The Trusted Types policy admits exactly this text;
 * nothing else in this realm can become code, before or after.
 * @throws whatever the module throws while it loads
 */
export function execute(code: string, scope: ArtifactScope): ComponentType<Record<string, unknown>> {
  const parameters = [...new Set(["React", "require", ...Object.keys(scope), "exports"])]
  admitScript(`(function anonymous(${parameters.join(",")}\n) {\n${code}\n})`)
  const exports = importCode(code, scope as unknown as Record<string, unknown>)
  return exports["default"] as ComponentType<Record<string, unknown>>
}
