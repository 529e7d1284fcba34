"use client"

import { ChartNoAxesColumn, Database, Menu, MessageSquare, SquarePen } from "lucide-react"
import Link from "next/link"
import { usePathname, useRouter } from "next/navigation"
import { lazy, Suspense } from "react"
import { Button } from "@/components/ui/button"
import { cn } from "@/lib/utils"
import { useLayout } from "./contexts"
import { Mark } from "./mark"
import { isCurrent, NAV_ITEMS } from "./nav-items"

const MobileMenu = lazy(async () => ({ default: (await import("./mobile-menu")).MobileMenu }))

/** Head of a narrow screen: the menu, the name, a new chat. */
export function MobileHeader({ onNewChat }: { onNewChat: () => void }) {
  const isMenuOpen = useLayout((state) => state.isMenuOpen)
  const setMenuOpen = useLayout((state) => state.setMenuOpen)
  return (
    <header className="flex h-12 shrink-0 items-center justify-between border-b px-2 md:hidden">
      <Button variant="ghost" size="icon" aria-label="Menu" onClick={() => setMenuOpen(true)}>
        <Menu />
      </Button>
      <span className="flex items-center gap-2 font-medium">
        <Mark className="size-4" /> Chartwright
      </span>
      <Button variant="ghost" size="icon" aria-label="New chat" onClick={onNewChat}>
        <SquarePen />
      </Button>
      {isMenuOpen && (
        <Suspense>
          <MobileMenu />
        </Suspense>
      )}
    </header>
  )
}

/** Foot of a narrow screen: Ask, View, Data. */
export function BottomBar() {
  const pathname = usePathname()
  const router = useRouter()
  const pane = useLayout((state) => state.pane)
  const showPane = useLayout((state) => state.showPane)
  const isChat = isCurrent(pathname, "/")
  const item =
    "flex flex-1 flex-col items-center justify-center gap-0.5 text-xs text-muted-foreground outline-none focus-visible:ring-2 focus-visible:ring-ring focus-visible:ring-inset aria-[current=page]:font-medium aria-[current=page]:text-foreground [&_svg]:size-4.5"
  const open = (wanted: "ask" | "view") => {
    showPane(wanted)
    if (!isChat) router.push("/")
  }
  return (
    <nav aria-label="Panes" className="flex h-13 shrink-0 border-t bg-sidebar pb-[env(safe-area-inset-bottom)] md:hidden">
      <button type="button" className={item} aria-current={isChat && pane === "ask" ? "page" : undefined} onClick={() => open("ask")}>
        <MessageSquare /> Ask
      </button>
      <button type="button" className={item} aria-current={isChat && pane === "view" ? "page" : undefined} onClick={() => open("view")}>
        <ChartNoAxesColumn /> View
      </button>
      <Link href={NAV_ITEMS.data.href} className={cn(item)} aria-current={isCurrent(pathname, NAV_ITEMS.data.href) ? "page" : undefined}>
        <Database /> Data
      </Link>
    </nav>
  )
}
