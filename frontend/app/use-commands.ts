"use client"

import { MessageSquare, MessagesSquare, Monitor, Moon, SquarePen, Sun } from "lucide-react"
import { useRouter } from "next/navigation"
import { useHistory } from "@/features/history"
import { NAV_ITEMS, type PaletteCommand } from "@/features/shell"
import { useWorkspace } from "./workspace-context"

const RECENT = 8

type Actions = { newChat: () => void; openConversation: (id: string) => void }

/** What the command palette offers. */
export function useCommands({ newChat, openConversation }: Actions): readonly PaletteCommand[] {
  const { theme, layout } = useWorkspace()
  const router = useRouter()
  const conversations = useHistory((state) => state.items)
  const { setTheme } = theme.getState()
  return [
    { id: "new", group: "Chat", label: "New chat", icon: SquarePen, keys: "Ctrl Shift O", run: newChat },
    { id: "conversations", group: "Chat", label: "All conversations", icon: MessagesSquare, run: () => layout.getState().setConversationsOpen(true) },
    ...Object.values(NAV_ITEMS).map(({ href, label, icon }) => ({ id: href, group: "Go to", label, icon, run: () => router.push(href) })),
    { id: "light", group: "Theme", label: "Light theme", icon: Sun, run: () => setTheme("light") },
    { id: "dark", group: "Theme", label: "Dark theme", icon: Moon, run: () => setTheme("dark") },
    { id: "system", group: "Theme", label: "Theme of the system", icon: Monitor, run: () => setTheme("system") },
    ...conversations.slice(0, RECENT).map(({ id, title }) => ({ id, group: "Recent", label: title, icon: MessageSquare, run: () => openConversation(id) })),
  ]
}
