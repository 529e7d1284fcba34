"use client"

import { MessagesSquare } from "lucide-react"
import Link from "next/link"
import { useLayout } from "./contexts"
import { NAV_ITEMS } from "./nav-items"
import { SidePanel } from "./side-panel"

const ITEM = "flex h-11 items-center gap-3 rounded-md px-3 outline-none hover:bg-accent focus-visible:ring-2 focus-visible:ring-ring [&_svg]:size-4.5 [&_svg]:text-muted-foreground"

/** Places of the app on a narrow screen. */
export function MobileMenu() {
  const setOpen = useLayout((state) => state.setMenuOpen)
  const setConversationsOpen = useLayout((state) => state.setConversationsOpen)
  return (
    <SidePanel title="Chartwright" description="Places of the app" onClose={() => setOpen(false)}>
      <nav aria-label="Places" className="flex flex-col gap-1 p-2">
        <button
          type="button"
          className={ITEM}
          onClick={() => {
            setOpen(false)
            setConversationsOpen(true)
          }}
        >
          <MessagesSquare /> Conversations
        </button>
        {Object.values(NAV_ITEMS).map(({ href, label, icon: Icon }) => (
          <Link key={href} href={href} className={ITEM} onClick={() => setOpen(false)}>
            <Icon /> {label}
          </Link>
        ))}
      </nav>
    </SidePanel>
  )
}
