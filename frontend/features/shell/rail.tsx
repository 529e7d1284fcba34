"use client"

import { MessagesSquare, SquarePen } from "lucide-react"
import Link from "next/link"
import { usePathname } from "next/navigation"
import { Tooltip, TooltipContent, TooltipTrigger } from "@/components/ui/tooltip"
import { cn } from "@/lib/utils"
import { useLayout } from "./contexts"
import { Mark } from "./mark"
import { isCurrent, NAV_ITEMS, type NavItem } from "./nav-items"
import { Keys } from "./keys"

const ITEM =
  "relative flex size-10 items-center justify-center rounded-md text-muted-foreground outline-none transition-colors hover:bg-accent hover:text-foreground focus-visible:ring-2 focus-visible:ring-ring aria-[current=page]:bg-accent aria-[current=page]:text-foreground aria-expanded:bg-accent aria-expanded:text-foreground"

/** The narrow column of places at the left of a wide screen. */
export function Rail({ onNewChat }: { onNewChat: () => void }) {
  const isOpen = useLayout((state) => state.isConversationsOpen)
  const setOpen = useLayout((state) => state.setConversationsOpen)
  return (
    <nav aria-label="Main" className="hidden h-full w-14 shrink-0 flex-col items-center gap-1 border-r bg-sidebar py-2 md:flex">
      <RailTip label="Chartwright">
        <Link href="/" aria-label="Chartwright, go to the chat" className={cn(ITEM, "mb-2 text-foreground hover:bg-transparent")}>
          <Mark />
        </Link>
      </RailTip>
      <RailTip label="New chat" keys="Ctrl Shift O">
        <button type="button" aria-label="New chat" className={ITEM} onClick={onNewChat}>
          <SquarePen className="size-4.5" />
        </button>
      </RailTip>
      <RailTip label="Conversations">
        <button type="button" aria-label="Conversations" aria-expanded={isOpen} className={ITEM} onClick={() => setOpen(!isOpen)}>
          <MessagesSquare className="size-4.5" />
        </button>
      </RailTip>
      <RailLink {...NAV_ITEMS.data} />
      <RailLink {...NAV_ITEMS.jobs} />
      <RailLink {...NAV_ITEMS.templates} />
      <span className="flex-1" />
      <RailLink {...NAV_ITEMS.settings} />
    </nav>
  )
}

function RailLink({ href, label, icon: Icon }: NavItem) {
  const pathname = usePathname()
  return (
    <RailTip label={label}>
      <Link href={href} aria-label={label} aria-current={isCurrent(pathname, href) ? "page" : undefined} className={ITEM}>
        <Icon className="size-4.5" />
      </Link>
    </RailTip>
  )
}

function RailTip({ label, keys, children }: { label: string; keys?: string; children: React.ReactElement }) {
  return (
    <Tooltip>
      <TooltipTrigger asChild>{children}</TooltipTrigger>
      <TooltipContent side="right" className="flex items-center gap-2">
        {label}
        {keys && <Keys keys={keys} />}
      </TooltipContent>
    </Tooltip>
  )
}
