"use client"

import { useRouter } from "next/navigation"
import { lazy } from "react"
import { COMPOSER_ID, useChat } from "@/features/chat"
import { UploadTray } from "@/features/data"
import { AppShell, CommandPalette, DropZone, useLayout, useShortcuts } from "@/features/shell"
import { useAsk } from "./use-ask"
import { useCommands } from "./use-commands"
import { useWorkspace } from "./workspace-context"

const ConversationList = lazy(async () => ({ default: (await import("@/features/history")).ConversationList }))

/** The frame around every page, with what works everywhere: shortcuts, commands, the list of conversations. */
export function WorkspaceShell({ children }: { children: React.ReactNode }) {
  const { chat, data, layout } = useWorkspace()
  const router = useRouter()
  const conversationId = useChat((state) => state.conversationId)
  const isPaletteOpen = useLayout((state) => state.isPaletteOpen)
  const { setPaletteOpen, setConversationsOpen, showPane } = layout.getState()

  const newChat = () => {
    chat.getState().startNew()
    showPane("ask")
    router.push("/")
    document.getElementById(COMPOSER_ID)?.focus()
  }
  const openConversation = (id: string) => {
    setConversationsOpen(false)
    showPane("ask")
    void chat.getState().openConversation(id)
    router.push(`/?c=${encodeURIComponent(id)}`)
  }
  const ask = useAsk()
  const commands = useCommands({ newChat, openConversation })

  useShortcuts({
    "Ctrl K": () => setPaletteOpen(!isPaletteOpen),
    "Ctrl Shift O": newChat,
    Escape: () => void chat.getState().stop(),
  })

  return (
    <>
      <AppShell conversations={<ConversationList activeId={conversationId} onOpen={openConversation} />} onNewChat={newChat}>
        {children}
      </AppShell>
      <DropZone onFiles={(files) => void data.getState().importFiles(files)} />
      <UploadTray store={data} onAsk={ask} />
      <CommandPalette commands={commands} />
    </>
  )
}
