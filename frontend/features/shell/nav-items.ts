import { ChartNoAxesColumn, Database, Layers, LayoutTemplate, type LucideIcon, Settings } from "lucide-react"

export type NavItem = { href: string; label: string; icon: LucideIcon }

/** The places of the app, in the order they are shown. */
export const NAV_ITEMS = {
  chat: { href: "/", label: "Chat", icon: ChartNoAxesColumn },
  data: { href: "/data", label: "Data", icon: Database },
  jobs: { href: "/jobs", label: "Jobs", icon: Layers },
  templates: { href: "/templates", label: "Templates", icon: LayoutTemplate },
  settings: { href: "/settings", label: "Settings", icon: Settings },
} as const satisfies Record<string, NavItem>

/** True for the page itself, with or without the slash a static export may add. */
export const isCurrent = (pathname: string, href: string) => pathname.replace(/(.)\/$/, "$1") === href
