import { createLucideIcon, Icon } from "lucide-react"

import type { IconData } from "../lib/sandbox/protocol"

/** The `lucide-react` module as the artifact imports it: only the icons that came with the code. */
export function iconModule(icons: Record<string, IconData>): Readonly<Record<string, unknown>> {
  const components: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  for (const [name, data] of Object.entries(icons)) components[name] = createLucideIcon(data)
  return Object.freeze(Object.assign(components, { createLucideIcon, Icon, icons: Object.freeze({ ...components }) }))
}
