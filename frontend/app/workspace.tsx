"use client"

import { useEffect, useState } from "react"
import { ArtifactStoreProvider } from "@/features/artifact"
import { ChatProvider } from "@/features/chat"
import { HistoryProvider } from "@/features/history"
import { ConfigProvider, ErrorLogProvider } from "@/features/settings"
import { LayoutProvider, ThemeProvider } from "@/features/shell"
import { createWorkspace } from "./create-workspace"
import { WorkspaceContext } from "./workspace-context"
import { WorkspaceShell } from "./workspace-shell"

/** Gives every page the same stores, so that an answer goes on while one looks elsewhere. */
export function Workspace({ children }: { children: React.ReactNode }) {
  const [workspace] = useState(createWorkspace)
  useEffect(() => workspace.start(), [workspace])
  const { theme, layout, errors, config, history, chat, artifact } = workspace
  return (
    <WorkspaceContext value={workspace}>
      <ThemeProvider value={theme}>
        <LayoutProvider value={layout}>
          <ErrorLogProvider value={errors}>
            <ConfigProvider value={config}>
              <HistoryProvider value={history}>
                <ChatProvider value={chat}>
                  <ArtifactStoreProvider store={artifact}>
                    <WorkspaceShell>{children}</WorkspaceShell>
                  </ArtifactStoreProvider>
                </ChatProvider>
              </HistoryProvider>
            </ConfigProvider>
          </ErrorLogProvider>
        </LayoutProvider>
      </ThemeProvider>
    </WorkspaceContext>
  )
}
