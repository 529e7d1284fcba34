"use client"

import { Command } from "cmdk"
import { Dialog, DialogContent, DialogDescription, DialogTitle } from "@/components/ui/dialog"
import { Keys } from "./keys"
import { type PaletteCommand } from "./palette"

type PaletteDialogProps = { commands: readonly PaletteCommand[]; onClose: () => void }

export function PaletteDialog({ commands, onClose }: PaletteDialogProps) {
  const groups = [...new Set(commands.map(({ group }) => group))]
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent className="top-[20%] translate-y-0 overflow-hidden p-0 [&>button]:hidden">
        <DialogTitle className="sr-only">Commands</DialogTitle>
        <DialogDescription className="sr-only">Type to find a command or a conversation</DialogDescription>
        <Command label="Commands" loop>
          <Command.Input autoFocus placeholder="Find a command or a conversation" className="h-11 w-full border-b bg-transparent px-4 outline-none placeholder:text-muted-foreground" />
          <Command.List className="scrollbar-quiet max-h-80 overflow-y-auto p-1.5">
            <Command.Empty className="px-3 py-4 text-muted-foreground">Nothing of that name.</Command.Empty>
            {groups.map((group) => (
              <Command.Group key={group} heading={group} className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted-foreground">
                {commands.filter((command) => command.group === group).map(({ id, label, icon: Icon, keys, run }) => (
                  <Command.Item
                    key={id}
                    value={`${label} ${id}`}
                    className="flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 data-[selected=true]:bg-accent"
                    onSelect={() => {
                      onClose()
                      run()
                    }}
                  >
                    <Icon className="size-4 shrink-0 text-muted-foreground" aria-hidden="true" />
                    <span className="min-w-0 flex-1 truncate">{label}</span>
                    {keys && <Keys keys={keys} className="text-muted-foreground" />}
                  </Command.Item>
                ))}
              </Command.Group>
            ))}
          </Command.List>
        </Command>
      </DialogContent>
    </Dialog>
  )
}
