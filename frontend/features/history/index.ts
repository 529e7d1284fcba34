export { ConversationList } from "./conversation-list"
export { ClearHistory } from "./clear-history"
export { HistoryProvider, useHistory } from "./contexts"
export { createHistoryStore, type ConversationSummary, type HistoryApi, type HistoryStore } from "./history-store"
