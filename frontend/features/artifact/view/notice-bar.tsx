"use client"

import { CircleAlertIcon, InfoIcon, TriangleAlertIcon, XIcon } from "lucide-react"
import { Button } from "@/components/ui/button"
import { cn } from "@/lib/utils"
import type { Notice } from "../state/artifact-view"

const LOOKS = {
  info: { Icon: InfoIcon, color: "text-muted-foreground" },
  warning: { Icon: TriangleAlertIcon, color: "text-warning" },
  error: { Icon: CircleAlertIcon, color: "text-destructive" },
} as const

type NoticeBarProps = Readonly<{ notice: Notice; children?: React.ReactNode; onDismiss?: () => void }>

/** One sentence between the head and the content, with what can be done about it. */
export function NoticeBar({ notice, children, onDismiss }: NoticeBarProps) {
  const { Icon, color } = LOOKS[notice.tone]
  return (
    <div role={notice.tone === "error" ? "alert" : "status"} className="flex shrink-0 items-center gap-2 border-b bg-muted/50 py-1 pr-1.5 pl-4 text-[13px]">
      <Icon aria-hidden className={cn("size-4 shrink-0", color)} strokeWidth={1.5} />
      <p className="mr-auto py-1">{notice.text}</p>
      {children}
      {onDismiss && (
        <Button variant="ghost" size="icon-sm" className="size-7" aria-label="Dismiss" onClick={onDismiss}>
          <XIcon />
        </Button>
      )}
    </div>
  )
}
