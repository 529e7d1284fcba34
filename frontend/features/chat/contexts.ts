"use client"

import { createContext, use } from "react"
import { createStoreContext } from "@/components/store-context"
import { type ChatState } from "./state/chat-store"

export const [ChatProvider, useChat, useChatApi] = createStoreContext<ChatState>("chat store")

/** Rows of a statement that was edited by hand, or why there are none. */
export type SqlOutcome =
  | { ok: true; columns: readonly string[]; rows: readonly (readonly unknown[])[]; rowCount: number; elapsedMs: number }
  | { ok: false; message: string }

/** What the chat asks of the rest of the app. */
export type ChatHost = {
  /** Shows a version of an artifact in the pane beside the chat; `tab` "code" opens its source. */
  showArtifact: (artifact: { id: string; version: number }, tab?: "chart" | "code") => void
  runSql: (sql: string) => Promise<SqlOutcome>
}

const HostContext = createContext<ChatHost | null>(null)
export const ChatHostProvider = HostContext.Provider

export function useChatHost(): ChatHost {
  const host = use(HostContext)
  if (!host) throw new Error("No chat host is provided above this component.")
  return host
}
