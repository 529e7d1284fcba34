"use client"

import { useRef } from "react"
import { cn } from "@/lib/utils"
import { useLayout } from "./contexts"
import { CHAT_WIDTH } from "./layout-store"

const KEY_STEP = 16

type SplitPaneProps = { chat: React.ReactNode; view: React.ReactNode }

/**
 * Chat and artifact side by side with a handle between them; on a narrow screen one over the other. Both stay mounted and of
 * full size, so that a chart is drawn by the time one looks at it.
 */
export function SplitPane({ chat, view }: SplitPaneProps) {
  const pane = useLayout((state) => state.pane)
  return (
    <div data-slot="split-pane" className="relative flex h-full min-h-0">
      <section
        aria-label="Chat"
        className={cn(PANE, "md:w-[clamp(340px,38vw,420px)] md:flex-none md:max-xl:border-r xl:w-(--chat-width,440px)", pane !== "ask" && "max-md:invisible")}
      >
        {chat}
      </section>
      <SplitHandle />
      <section aria-label="Artifact" className={cn(PANE, "bg-sidebar md:flex-1", pane !== "view" && "max-md:invisible")}>
        {view}
      </section>
    </div>
  )
}

const PANE = "flex h-full min-w-0 flex-col max-md:absolute max-md:inset-0"

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
