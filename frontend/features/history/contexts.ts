"use client"

import { createStoreContext } from "@/components/store-context"
import { type HistoryState } from "./history-store"

export const [HistoryProvider, useHistory] = createStoreContext<HistoryState>("history store")
