"use client"

import { ChevronDownIcon } from "lucide-react"
import { Button } from "@/components/ui/button"
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu"
import type { WireVersion } from "../state/wire"
import { formatMoment } from "../view/format"

type VersionMenuProps = Readonly<{
  version: number
  versions: readonly WireVersion[] | null
  onOpen: () => void
  onSelect: (version: number) => void
}>

/** Which version is shown, and the others to look at. They are listed when the menu opens. */
export function VersionMenu({ version, versions, onOpen, onSelect }: VersionMenuProps) {
  return (
    <DropdownMenu onOpenChange={(isOpen) => isOpen && onOpen()}>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="sm" className="h-7 gap-1 px-1.5 text-xs font-normal text-muted-foreground tabular-nums has-[>svg]:px-1.5">
          <span aria-hidden>v{version}</span>
          <span className="sr-only">Version {version}, choose another</span>
          <ChevronDownIcon className="size-3.5" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="max-h-80 w-72 overflow-y-auto">
        <DropdownMenuLabel>Versions</DropdownMenuLabel>
        {versions === null ? (
          <DropdownMenuItem disabled>Loading…</DropdownMenuItem>
        ) : (
          <DropdownMenuRadioGroup value={String(version)} onValueChange={(value) => onSelect(Number(value))}>
            {versions.map((each) => (
              <DropdownMenuRadioItem key={each.number} value={String(each.number)} className="flex-col items-start gap-0">
                <span className="tabular-nums">
                  Version {each.number} <span className="text-xs text-muted-foreground">· {formatMoment(each.createdAt)}</span>
                </span>
                {each.prompt && <span className="line-clamp-1 text-xs text-muted-foreground">{each.prompt}</span>}
              </DropdownMenuRadioItem>
            ))}
          </DropdownMenuRadioGroup>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
