"use client"

import { useEffect, useMemo, useState } from "react"
import { useStore } from "zustand"
import { type ArtifactTab, useArtifact } from "@/features/artifact"
import { type ChatHost, ChatHostProvider, ChatPanel, COMPOSER_ID, StartScreen, TableCards, TablesHeader, type Tables, useChat } from "@/features/chat"
import { useHistory } from "@/features/history"
import { useConfig } from "@/features/settings"
import { SplitPane } from "@/features/shell"
import { conversationInAddress, nameInAddress } from "./ports/address"
import { ShownArtifact } from "./shown-artifact"
import { useFilePicker } from "./use-file-picker"
import { runSql } from "./ports/chat-api"
import { useWorkspace } from "./workspace-context"

/** Ask on the left, look on the right. */
export function ChatPage() {
  const isReady = useRestored()
  const { data } = useWorkspace()
  const tables = useTables()
  const suggestions = useStore(data, (state) => (state.status === "loading" ? null : state.suggestions))
  const maxChars = useConfig(({ config }) => config?.limits.messageChars ?? null)
  const hasArtifact = useArtifact(({ active }) => active !== null)
  const [tab, showTab] = useState<ArtifactTab>("chart")
  const host = useChatHostPort(showTab)
  const title = useTitle()
  const { pickFiles, picker } = useFilePicker((files) => void data.getState().importFiles(files))
  return (
    <ChatHostProvider value={host}>
      <SplitPane
        chat={<ChatPanel title={title} isReady={isReady} maxChars={maxChars} start={<StartScreen tables={tables} suggestions={suggestions} onAddFiles={pickFiles} />} />}
        view={
          <>
            {!hasArtifact && isReady && (
              <div className="flex h-full flex-col">
                <TablesHeader tables={tables} onAddFiles={pickFiles} className="h-12 shrink-0 border-b bg-background px-4 md:px-5" />
                <div className="scrollbar-quiet min-h-0 flex-1 overflow-y-auto p-4 md:px-5">
                  <TableCards tables={tables} />
                </div>
              </div>
            )}
            {/* there before the first chart, so that its code is loaded by then */}
            <div className={hasArtifact ? "h-full" : "hidden"}>{isReady && <ShownArtifact tab={tab} onTabChange={showTab} />}</div>
          </>
        }
      />
      {picker}
    </ChatHostProvider>
  )
}

/** Restores the screen of the last visit once, and follows the address when one goes back or forward. */
function useRestored(): boolean {
  const workspace = useWorkspace()
  const [isReady, setReady] = useState(workspace.isRestored)
  useEffect(() => {
    workspace.restore()
    workspace.chat.getState().showOwnArtifact()
    nameInAddress(workspace.chat.getState().conversationId)
    setReady(true)
    // a touch screen would open its keyboard over the page
    if (window.matchMedia("(pointer: fine)").matches) document.getElementById(COMPOSER_ID)?.focus({ preventScroll: true })
    const follow = () => {
      const id = conversationInAddress()
      if (id !== null && id !== workspace.chat.getState().conversationId) void workspace.chat.getState().openConversation(id)
    }
    window.addEventListener("popstate", follow)
    return () => window.removeEventListener("popstate", follow)
  }, [workspace])
  return isReady
}

function useTables(): Tables {
  const { data } = useWorkspace()
  const { status, tables, problem, load } = useStore(data)
  if (status === "ready") return { status, tables }
  if (status === "failed") return { status, message: problem ?? "The tables could not be loaded.", retry: () => void load() }
  return { status: "loading" }
}

function useTitle(): string {
  const id = useChat((state) => state.conversationId)
  const question = useChat((state) => state.messages.find(({ role }) => role === "user")?.content)
  const kept = useHistory((state) => state.items.find((item) => item.id === id)?.title)
  return kept ?? question ?? "New chat"
}

function useChatHostPort(showTab: (tab: ArtifactTab) => void): ChatHost {
  const { api, artifact, layout } = useWorkspace()
  return useMemo(
    () => ({
      runSql: (sql) => runSql(api, sql),
      showArtifact: ({ id, version }, tab = "chart") => {
        const { active } = artifact.getState()
        if (active?.id !== id || active.version !== version) void artifact.getState().openArtifact(id, version)
        showTab(tab)
        layout.getState().showPane("view")
      },
    }),
    [api, artifact, layout, showTab],
  )
}
