import { configure, render } from "@testing-library/react"
import { type ChatHost, ChatHostProvider, ChatProvider } from "./contexts"
import { type ChatStore } from "./state/chat-store"

configure({ asyncUtilTimeout: 30_000 }) // a slow machine is not a failure

/** Renders chat components over a store, beside an app that records what it is asked. */
export function renderChat(node: React.ReactNode, store: ChatStore, host: Partial<ChatHost> = {}) {
  const value: ChatHost = { showArtifact: () => undefined, runSql: () => Promise.resolve({ ok: false, message: "not scripted" }), ...host }
  return render(
    <ChatProvider value={store}>
      <ChatHostProvider value={value}>{node}</ChatHostProvider>
    </ChatProvider>,
  )
}
