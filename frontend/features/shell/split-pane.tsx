"use client"

import { useRef } from "react"
import { cn } from "@/lib/utils"
import { useLayout } from "./contexts"
import { CHAT_WIDTH } from "./layout-store"

const KEY_STEP = 16

type SplitPaneProps = { chat: React.ReactNode; view: React.ReactNode }

/** Chat and artifact side by side with a handle between them; on a narrow screen one of the two. Both stay mounted. */
export function SplitPane({ chat, view }: SplitPaneProps) {
  const pane = useLayout((state) => state.pane)
  return (
    <div data-slot="split-pane" className="flex h-full min-h-0">
      <section
        aria-label="Chat"
        className={cn("h-full min-w-0 flex-1 flex-col md:flex md:w-[clamp(340px,38vw,420px)] md:flex-none md:max-xl:border-r xl:w-(--chat-width,440px)", pane === "ask" ? "flex" : "hidden")}
      >
        {chat}
      </section>
      <SplitHandle />
      <section aria-label="Artifact" className={cn("h-full min-w-0 flex-1 flex-col bg-sidebar md:flex", pane === "view" ? "flex" : "hidden")}>
        {view}
      </section>
    </div>
  )
}

function SplitHandle() {
  const width = useLayout((state) => state.chatWidth)
  const setWidth = useLayout((state) => state.setChatWidth)
  const save = useLayout((state) => state.saveChatWidth)
  const drag = useRef<{ startX: number; startWidth: number } | null>(null)

  const onKeyDown = ({ key }: React.KeyboardEvent) => {
    const wanted = { ArrowLeft: width - KEY_STEP, ArrowRight: width + KEY_STEP, Home: CHAT_WIDTH.min, End: CHAT_WIDTH.max }[key]
    if (wanted === undefined) return
    setWidth(wanted)
    save()
  }

  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label="Width of the chat"
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={CHAT_WIDTH.min}
      aria-valuemax={CHAT_WIDTH.max}
      className="group relative z-10 hidden w-px shrink-0 cursor-col-resize touch-none bg-border outline-none xl:block"
      onKeyDown={onKeyDown}
      onDoubleClick={() => {
        setWidth(CHAT_WIDTH.initial)
        save()
      }}
      onPointerDown={(pointer) => {
        pointer.currentTarget.setPointerCapture(pointer.pointerId)
        drag.current = { startX: pointer.clientX, startWidth: width }
      }}
      onPointerMove={({ clientX }) => {
        if (drag.current) setWidth(drag.current.startWidth + clientX - drag.current.startX)
      }}
      onLostPointerCapture={() => {
        drag.current = null
        save()
      }}
    >
      <span className="absolute inset-y-0 -left-1 w-2 transition-colors duration-150 group-hover:bg-primary/30 group-focus-visible:bg-primary/60 group-active:bg-primary/50" />
    </div>
  )
}
