"use client"

import { Button } from "@/components/ui/button"
import { Tooltip, TooltipContent, TooltipTrigger } from "@/components/ui/tooltip"
import { cn } from "@/lib/utils"

type ToolButtonProps = React.ComponentProps<typeof Button> & Readonly<{ label: string; icon: React.ReactNode; isLabelShown?: boolean }>

/** A quiet button with an icon; its label is seen where the pane is wide, and always heard. */
export function ToolButton({ label, icon, isLabelShown = false, className, ...props }: ToolButtonProps) {
  const button = (
    <Button variant="ghost" size="sm" aria-label={label} className={cn("h-8 px-2 has-[>svg]:px-2", className)} {...props}>
      {icon}
      {isLabelShown && <span className="hidden @2xl:inline">{label}</span>}
    </Button>
  )
  return (
    <Tooltip>
      <TooltipTrigger asChild>{button}</TooltipTrigger>
      <TooltipContent className={isLabelShown ? "@2xl:hidden" : undefined}>{label}</TooltipContent>
    </Tooltip>
  )
}
