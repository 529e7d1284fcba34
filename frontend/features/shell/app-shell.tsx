"use client"

import { lazy, Suspense } from "react"
import { useLayout } from "./contexts"
import { BottomBar, MobileHeader } from "./mobile-bars"
import { Rail } from "./rail"

type AppShellProps = {
  children: React.ReactNode
  /** The list of conversations; mounted while its panel is open. */
  conversations: React.ReactNode
  onNewChat: () => void
}

/** The frame of every page: places at the left (wide) or at the foot (narrow), the page itself, the panel of conversations. */
export function AppShell({ children, conversations, onNewChat }: AppShellProps) {
  return (
    <>
      <a href="#main" className="sr-only z-50 rounded-md bg-primary px-3 py-2 font-medium text-primary-foreground focus:not-sr-only focus:fixed focus:top-2 focus:left-2">
        Skip to content
      </a>
      <div className="flex h-dvh flex-col md:flex-row">
        <Rail onNewChat={onNewChat} />
        <MobileHeader onNewChat={onNewChat} />
        <main id="main" tabIndex={-1} className="min-h-0 min-w-0 flex-1 outline-none">
          {children}
        </main>
        <BottomBar />
      </div>
      <ConversationsPanel>{conversations}</ConversationsPanel>
    </>
  )
}

const SidePanel = lazy(async () => ({ default: (await import("./side-panel")).SidePanel }))

/** Loaded when it is opened first. */
function ConversationsPanel({ children }: { children: React.ReactNode }) {
  const isOpen = useLayout((state) => state.isConversationsOpen)
  const setOpen = useLayout((state) => state.setConversationsOpen)
  if (!isOpen) return null
  return (
    <Suspense>
      <SidePanel title="Conversations" description="Search, open, rename and delete conversations" onClose={() => setOpen(false)}>
        {children}
      </SidePanel>
    </Suspense>
  )
}
